#!/usr/bin/env python3
"""Writes authorities.hpp: 152 invented authorities over a territory of the size and shape of England.

    python3 src/synthetic/make_authorities.py > src/synthetic/authorities.hpp

No entry is a real authority. Centres are scattered, on a 1 km grid, around eight crowded areas and over the
rest of a rough outline; how many there are of each kind follows the kinds of authority there are in England.
A volunteer's weight is the child's times the share of looked-after children who had a visitor in that part of
the country: where it is low, volunteers are scarce.
"""

import random

# Rough outline of the territory, kilometres on the British National Grid.
OUTLINE = [(400, 650), (435, 565), (490, 510), (540, 410), (556, 363), (562, 320), (622, 342), (655, 293),
           (630, 233), (585, 180), (635, 170), (632, 141), (582, 109), (531, 104), (464, 98), (408, 91),
           (368, 79), (300, 80), (282, 37), (170, 12), (134, 25), (180, 62), (220, 106), (252, 148),
           (350, 180), (325, 240), (327, 330), (338, 366), (328, 390), (330, 436), (320, 470), (295, 515),
           (335, 570)]

# Crowded areas: centre, spread in km, how many authorities, their radius in km, children's weight.
CROWDED = [((530, 180), 24, 33, 6, 20), ((400, 288), 18, 7, 8, 60), ((385, 398), 18, 10, 8, 50),
           ((340, 392), 13, 5, 7, 60), ((425, 432), 17, 5, 10, 60), ((437, 388), 14, 4, 10, 55),
           ((425, 562), 11, 5, 7, 50), ((448, 520), 12, 5, 7, 40)]

COUNTIES = 24  # radius 28 to 35 km, large
TOWNS = 54     # radius 10 to 16 km

# Looked-after children with a visitor, per thousand (2019): south-west, north-west, north-east; 35 elsewhere.
MATCH_RATE = {"south-west": 60, "north-west": 20, "north-east": 10, "elsewhere": 35}

LISTS = 103  # authorities with a waiting list: 0.68 of 152


def inside(x, y):
    crossings = 0
    for (ax, ay), (bx, by) in zip(OUTLINE, OUTLINE[1:] + OUTLINE[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
    return crossings % 2 == 1


def region(x, y):
    if x < 400 and y < 220:
        return "south-west"
    if x < 400 and y > 350:
        return "north-west"
    if x >= 400 and y > 500:
        return "north-east"
    return "elsewhere"


def scattered(random_number, count, apart, taken):
    """`count` points inside the outline, at least `apart` km from one another and from those taken."""
    points = []
    while len(points) < count:
        x, y = int(130 + random_number() * 530), int(10 + random_number() * 640)
        near = any((x - p) ** 2 + (y - q) ** 2 < apart ** 2 for p, q in points + taken)
        if inside(x, y) and not near:
            points.append((x, y))
    return points


def around(random_number, centre, spread, count):
    points = []
    while len(points) < count:
        x = int(centre[0] + (2 * random_number() - 1) * spread)
        y = int(centre[1] + (2 * random_number() - 1) * spread)
        in_reach = (x - centre[0]) ** 2 + (y - centre[1]) ** 2 <= spread ** 2
        if in_reach and all((x - p) ** 2 + (y - q) ** 2 >= 9 for p, q in points):
            points.append((x, y))
    return points


def authorities():
    random_number = random.Random(152).random  # the one method that Python promises never to change
    made = []
    for centre, spread, count, radius, weight in CROWDED:
        for x, y in around(random_number, centre, spread, count):
            made.append((x, y, radius, int(weight * (0.6 + 0.8 * random_number()))))
    crowded = [(x, y) for x, y, _, _ in made]
    counties = scattered(random_number, COUNTIES, 48, [])
    for x, y in counties:
        made.append((x, y, int(28 + 8 * random_number()), int(70 + 90 * random_number())))
    for x, y in scattered(random_number, TOWNS, 14, crowded + counties):
        made.append((x, y, int(10 + 7 * random_number()), int(25 + 40 * random_number())))
    with_place = [(random_number(), place) for place in made]
    return [place for _, place in sorted(with_place)]  # so that the first LISTS are a fair sample


def main():
    print("#pragma once\n\n// Written by make_authorities.py; do not edit.\n// clang-format off\n")
    print("#include <array>\n#include <cstddef>\n#include <cstdint>\n")
    print("namespace befriend::synthetic {\n")
    print("/// An invented authority: its centre and radius in km on the British National Grid, and how many")
    print("/// children and volunteers it has beside the others.")
    print("struct Authority {")
    for field in ("easting_km", "northing_km", "radius_km"):
        print(f"    std::int32_t {field};")
    print("    std::uint32_t children;\n    std::uint32_t volunteers;\n};\n")
    print("/// Over a territory of the size and shape of England. None is a real authority.")
    print("inline constexpr std::array<Authority, 152> authorities{{")
    made = authorities()
    assert len(made) == 152
    for at in range(0, len(made), 4):
        print("    " + " ".join(f"{{{x}, {y}, {radius}, {weight}, {weight * MATCH_RATE[region(x, y)]}}},"
                                for x, y, radius, weight in made[at:at + 4]))
    print("}};\n")
    print("/// The first of them are those that have a waiting list in a national round.")
    print(f"inline constexpr std::size_t authorities_with_a_list = {LISTS};\n")
    print("}  // namespace befriend::synthetic")


if __name__ == "__main__":
    main()
