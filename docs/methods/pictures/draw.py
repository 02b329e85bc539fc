"""Draws the pictures of docs/methods/assignment.md: one small problem, solved here step by step.

    python3 docs/methods/pictures/draw.py [FOLDER]

Writes five SVG files into FOLDER, or beside this script. The steps are those of the engine on a graph of this size:
maximum matching and cover, auction, searches from the scarce side and from the other. Where a step could go wrong it is
held against the definition, and the end against every assignment there is, so a picture cannot show what is not so.
"""

import itertools
import pathlib
import sys

POINTS = {"A1": 6, "A2": 5, "B1": 8, "B2": 9, "C2": 4, "D2": 9, "D3": 9, "D4": 7, "D5": 1,
          "E3": 8, "E4": 4, "F4": 7, "F5": 7, "F6": 3}  # of the edge from row A to column 1, ...
ROWS, COLUMNS = "ABCDEF", "123456"
LARGEST = max(POINTS.values())
INCREMENT = max(1, (LARGEST - min(POINTS.values())) // 2000)


# The steps.

def points(node, other):
    """Of the edge between two nodes, whichever is the row; None where there is none."""
    return POINTS.get(node + other, POINTS.get(other + node))


def neighbours(node, among=ROWS + COLUMNS):
    return [other for other in among if other.isdigit() != node.isdigit() and points(node, other) is not None]


def assignments():
    """Every assignment, as pairs of a row and a column."""
    for choice in itertools.product(*[[None, *neighbours(row)] for row in ROWS]):
        taken = [column for column in choice if column]
        if len(taken) == len(set(taken)):
            yield [row + column for row, column in zip(ROWS, choice) if column]


def value(pairs):
    return len(pairs), sum(POINTS[pair] for pair in pairs)


def maximum_matching():
    """Rows with few edges choose first, and take the free column with the fewest: here that is enough."""
    partner = {}
    for row in sorted(ROWS, key=lambda row: len(neighbours(row)).bit_length()):
        free = [column for column in neighbours(row) if column not in partner]
        if free:
            column = min(free, key=lambda column: len(neighbours(column)))
            partner.update({row: column, column: row})
    assert len(partner) // 2 == max(len(pairs) for pairs in assignments())
    return partner


def cover(partner):
    """The columns that alternating paths reach from the rows without one, and the rows that they do not reach."""
    rows = [row for row in ROWS if row not in partner]
    columns = set()
    for row in rows:  # grows while it is read
        for column in set(neighbours(row)) - columns:
            columns.add(column)
            rows.append(partner[column])
    found = columns | set(ROWS) - set(rows)
    assert all(pair[0] in found or pair[1] in found for pair in POINTS)
    assert len(found) == len(partner) // 2
    return found


def auction(bidders, objects):
    """Each bid as bidder, object, worth of the best and of the second, prices before and after, holders after."""
    price, holder, bids, queue = dict.fromkeys(objects, 0), {}, [], list(bidders)
    for bidder in queue:  # grows while it is read
        worth = sorted(((points(bidder, it) - price[it], it) for it in neighbours(bidder, objects)),
                       key=lambda pair: -pair[0])
        (best, it), (second, _) = worth[0], worth[min(1, len(worth) - 1)]
        before = dict(price)
        price[it] += best - second + INCREMENT
        if it in holder:
            queue.append(holder[it])
        holder[it] = bidder
        bids.append((bidder, it, best, worth[1:2], before, dict(price), dict(holder)))
    for it, bidder in holder.items():  # what it has is worse than anything else by no more than the increment
        assert all(points(bidder, it) - price[it] >= points(bidder, other) - price[other] - INCREMENT
                   for other in neighbours(bidder, objects))
    return bids


def start_of_searches(scarce, price, holder):
    """Duals of the scarce nodes at their best edges; a pair stays if it is tight, others take tight edges."""
    dual = dict(price)
    for node in scarce:
        dual[node] = max(points(node, other) - price[other] for other in neighbours(node, price))
    partner = {}
    drafted = [(bidder, it) for it, bidder in holder.items()]
    by_want = sorted(scarce, key=lambda node: -dual[node])
    for node, other in drafted + [(node, other) for node in by_want for other in neighbours(node, price)]:
        if dual[node] + dual[other] == points(node, other) and node not in partner and other not in partner:
            partner.update({node: other, other: node})
    return dual, partner


def search(root, dual, partner, must):
    """Dijkstra on reduced costs from `root`. Moves duals, flips the path; returns the path and its length."""
    distance, parent, done = {root: 0}, {}, set()
    exits = {}  # the ends seen: a node of the other side with room, or one of the root's side that may be dropped
    while open_nodes := [node for node in distance if node not in done]:
        node = min(open_nodes, key=distance.get)
        done.add(node)
        if node.isdigit() != root.isdigit():
            if node not in partner:
                exits[node] = distance[node]
                continue
            reached = [(partner[node], distance[node])]
        else:
            if node not in must:
                exits[node] = distance[node] + dual[node]
            reached = [(other, distance[node] + dual[node] + dual[other] - points(node, other))
                       for other in neighbours(node, dual) if other != partner.get(node)]
        for other, length in reached:
            if length < distance.get(other, length + 1):
                distance[other], parent[other] = length, node
    end = min(exits, key=exits.get)
    for node, length in distance.items():
        move = max(0, exits[end] - length)
        dual[node] += -move if node.isdigit() == root.isdigit() else move
    path = [end]
    while path[0] != root:
        path.insert(0, parent[path[0]])
    flip(path, partner)
    return path, exits[end]


def flip(path, partner):
    for node in path:
        partner.pop(node, None)
    for node, other in zip(path[::2], path[1::2]):
        partner.update({node: other, other: node})


def solve_part(scarce, others):
    """One part of the face, in which every scarce node must be full: its bids, and the searches with what they met."""
    bids = auction(scarce, others)
    dual, partner = start_of_searches(scarce, bids[-1][5], bids[-1][6])
    searches = []
    for side, wants in ((scarce, lambda node: node not in partner),
                        (others, lambda node: node not in partner and dual[node] > 0)):
        for root in sorted(filter(wants, side), key=lambda node: (-dual[node], node)):
            before = dict(dual), dict(partner)
            path, length = search(root, dual, partner, set(scarce))
            assert all(dual[node] + dual[other] >= points(node, other) for node in scarce
                       for other in neighbours(node, others))
            searches.append((path, length, *before, dict(dual), dict(partner)))
    return bids, searches, dual, partner


def check(level, dual, partner):
    """The certificate, and that it proves the only best assignment there is."""
    pairs = [row + partner[row] for row in ROWS if row in partner]
    vector = {node: (int(node in level), dual[node]) for node in ROWS + COLUMNS}
    for row, column in POINTS:
        above, weight = added(vector[row], vector[column]), (1, POINTS[row + column])
        assert above >= weight and (above == weight or row + column not in pairs)
    assert all(vector[node] >= (0, 0) and (node in partner or vector[node] == (0, 0)) for node in vector)
    total = tuple(map(sum, zip(*vector.values())))
    assert total == value(pairs) == max(map(value, assignments()))
    assert sum(value(other) == total for other in assignments()) == 1
    return pairs, vector, total


def added(*vectors):
    return tuple(map(sum, zip(*vectors)))


# The pictures: on a white card of their own, so that they can be read on a dark page; nothing by colour alone.

INK, FAINT, ACCENT, SHADE = "#1a1a1a", "#6b6b6b", "#0b5394", "#e8eef5"
HEIGHT_OF = {"A": 95, "B": 155, "C": 215, "D": 305, "E": 370, "F": 435,
             "1": 125, "2": 185, "3": 290, "4": 343, "5": 396, "6": 449}


class Picture:
    def __init__(self, width, height, title):
        self.parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
                      f'height="{height}" font-family="Helvetica, Arial, sans-serif" font-size="15" role="img">',
                      f"<title>{title}</title>"]
        self.box(0.5, 0.5, width - 1, height - 1, stroke=FAINT, radius=6)

    def box(self, x, y, width, height, fill="#ffffff", stroke="none", line=1, radius=0, dashes=""):
        self.parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}" '
                          f'stroke="{stroke}" stroke-width="{line}"{dashed(dashes)}/>')

    def line(self, x1, y1, x2, y2, stroke=INK, width=1.2, dashes=""):
        self.parts.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{stroke}" '
                          f'stroke-width="{width}"{dashed(dashes)}/>')

    def dot(self, x, y, radius, fill, stroke=INK, line=1.5):
        self.parts.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{stroke}" '
                          f'stroke-width="{line}"/>')

    def text(self, x, y, words, anchor="start", fill=INK, bold=False, size=15, halo=False):
        looks = ' font-weight="bold"' * bold + f' font-size="{size}"' * (size != 15)
        looks += ' stroke="#ffffff" stroke-width="5" paint-order="stroke"' * halo
        words = str(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if halo:  # not every viewer knows paint-order
            self.parts.append(f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="#ffffff"{looks}>{words}</text>')
            looks = looks.split(" stroke=")[0]
        self.parts.append(f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}"{looks}>{words}</text>')

    def node(self, x, y, name, must):
        if must:
            self.box(x - 16, y - 16, 32, 32, fill=INK)
        else:
            self.dot(x, y, 16, "#ffffff")
        self.text(x, y + 5, name, "middle", fill="#ffffff" if must else INK, bold=True)

    def write(self, folder, name):
        text = "\n".join([*self.parts, "</svg>", ""])
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def dashed(pattern):
    return f' stroke-dasharray="{pattern}"' if pattern else ""


def draw_levels(level, partner):
    picture = Picture(720, 560, "A maximum matching, its cover, and the two parts that are left")
    for y, height, words in (
            (62, 186, ("fewer columns than rows:", "1 and 2 must be full,", "A, B, C need not")),
            (258, 223, ("fewer rows than columns:", "D, E, F must be full,", "3, 4, 5, 6 need not"))):
        picture.box(88, y, 372, height, fill="#f6f6f6", stroke=FAINT, radius=8)
        for at, line in enumerate(words):
            picture.text(478, y + height / 2 - 18 + 22 * at, line, bold=at == 0)
    picture.text(130, 44, "rows", "middle")
    picture.text(418, 44, "columns", "middle")
    for row, column in POINTS:
        off = row in level and column in level
        chosen = partner.get(row) == column
        picture.line(130, HEIGHT_OF[row], 418, HEIGHT_OF[column], ACCENT if chosen else INK,
                     5 if chosen else 1.2, "7 5" if off else "")
    for node in ROWS + COLUMNS:
        picture.node(130 if node in ROWS else 418, HEIGHT_OF[node], node, node in level)
    picture.node(36, 514, "", True)
    picture.text(62, 519, "dual 1: in the cover")
    picture.node(254, 514, "", False)
    picture.text(280, 519, "dual 0")
    picture.line(360, 502, 400, 502, ACCENT, 5)
    picture.text(410, 507, "assigned")
    picture.line(360, 528, 400, 528, INK, 1.2, "7 5")
    picture.text(410, 533, "joins two of the cover: leaves the face")
    return picture


def draw_auction(bids):
    objects = list(bids[0][4])
    picture = Picture(820, 104 + 62 * len(bids), "An auction: who bids how much for what")
    picture.text(20, 38, "bid", bold=True)
    for at, it in enumerate(objects):
        picture.text(470 + 88 * at + 40, 38, it, "middle", bold=True)
    for step, (bidder, it, best, second, before, price, holder) in enumerate(bids):
        y = 56 + 62 * step
        other = f", {second[0][1]} is worth {second[0][0]}" if second else ""
        picture.text(20, y + 22, f"{bidder}:  {it} is worth {best}{other}")
        lost = bids[step - 1][6].get(it) if step else None
        bid = f"bids {before[it]} + ({best} − {second[0][0] if second else best}) + {INCREMENT} = {price[it]}"
        picture.text(44, y + 43, bid + (f";  {lost} loses {it}" if lost else ""), fill=ACCENT)
        for at, object_ in enumerate(objects):
            x = 470 + 88 * at
            picture.box(x, y, 80, 50, fill="#ffffff", stroke=INK if object_ == it else FAINT,
                        line=3 if object_ == it else 1)
            picture.box(x + 6, y + 36, 68 * price[object_] / LARGEST, 8, fill=ACCENT)
            picture.text(x + 10, y + 25, holder.get(object_, ""), bold=True)
            picture.text(x + 70, y + 25, price[object_], "end")
    picture.text(20, 84 + 62 * len(bids), "In a box: who has the column, its price, and the price as a bar. "
                 "Thick: what the bid changed.", fill=FAINT)
    return picture


def chunked(costs, bound):
    """A list of offers in order as far as somebody looks who needs nothing from `bound` on: costs, ends of chunks."""
    begin, end, ends, out, rest = 0, 32, [], [], list(costs)
    while not out or max(out) < bound:
        limit = sorted(rest)[end - begin - 1]
        out, rest = out + [cost for cost in rest if cost <= limit], [cost for cost in rest if cost > limit]
        ends.append(end)
        begin, end = end, 2 * end
    assert len(out) == ends[-1] and all(max(out[:end]) < min((out + rest)[end:]) for end in ends)
    assert min(rest) > bound
    return out + rest, ends


def draw_lists():
    costs, bound = [pow(7, at, 997) for at in range(160)], 330
    assert len(set(costs)) == len(costs)
    ordered, ends = chunked(costs, bound)
    looked = ends[-1]
    picture = Picture(760, 380, "A list of offers that is in order of cost only as far as anybody has looked")
    at_x, at_y = (lambda place: round(70 + 4.1 * place, 1)), (lambda cost: 300 - 0.25 * cost)
    picture.text(20, 32, "cost", bold=True)
    picture.line(62, 304, 738, 304)
    picture.line(62, 44, 62, 304)
    for begin, end in zip([0, *ends], ends):
        picture.box(at_x(begin) - 2, 44, round(4.1 * (end - begin), 1), 260, fill=SHADE, stroke=FAINT)
        picture.text(at_x((begin + end) / 2), 326, f"{end - begin} offers", "middle")
    picture.text(at_x((looked + len(costs)) / 2), 326, f"{len(costs) - looked} not looked at", "middle")
    for place, cost in enumerate(ordered):
        picture.dot(at_x(place + 0.5), at_y(cost), 2.6, INK if place < looked else "#ffffff", line=1)
    picture.line(62, at_y(bound), 738, at_y(bound), ACCENT, 2, "8 5")
    picture.text(at_x(looked) + 14, at_y(bound) + 24, "nothing above this line can matter", fill=ACCENT, bold=True)
    picture.text(20, 360, "Filled: offers looked at. No offer of a chunk is dearer than one further right.", fill=FAINT)
    return picture


def draw_searches(scarce, searches):
    assert [path[0] in scarce for path, *_ in searches] == [True, False]
    picture = Picture(820, 390, "A search from a row, then one from a column")
    for panel, (path, length, dual, partner, dual_after, partner_after) in enumerate(searches):
        left = 410 * panel
        place = {node: (left + (120 if node in ROWS else 290), HEIGHT_OF[node] - 205) for node in dual}
        picture.text(left + 205, 36, f"from {path[0]}:  {' – '.join(path)},  length {length}", "middle", bold=True)
        edges = [(row, column) for row in scarce for column in neighbours(row, dual)]
        for row, column in edges:
            was, is_ = partner.get(row) == column, partner_after.get(row) == column
            colour, width, dashes = {(True, True): (INK, 4, ""), (True, False): (INK, 4, "5 5"),
                                     (False, True): (ACCENT, 6, ""), (False, False): (FAINT, 1.2, "")}[was, is_]
            picture.line(*place[row], *place[column], colour, width, dashes)
        for row, column in edges:
            share = {"D5": 0.86, "E4": 0.24, "F4": 0.3}.get(row + column, 0.72)  # where no other edge is near
            x, y = (a + (b - a) * share for a, b in zip(place[row], place[column]))
            picture.text(round(x, 1), round(y + 5, 1), dual[row] + dual[column] - POINTS[row + column], "middle",
                         size=14, halo=True)
        for node, (x, y) in place.items():
            picture.node(x, y, node, node in scarce)
            moved = f"{dual[node]} → {dual_after[node]}" if dual[node] != dual_after[node] else dual[node]
            picture.text(x + (-28 if node in ROWS else 28), y + 5, moved, "end" if node in ROWS else "start")
    picture.line(410, 20, 410, 290, FAINT)
    for x, y, (colour, width, dashes), words in (
            (30, 320, (ACCENT, 6, ""), "new pair"), (190, 320, (INK, 4, "5 5"), "pair taken apart"),
            (405, 320, (INK, 4, ""), "pair that stays"), (610, 320, (FAINT, 1.2, ""), "other edge")):
        picture.line(x, y, x + 40, y, colour, width, dashes)
        picture.text(x + 50, y + 5, words)
    picture.text(30, 362, "On an edge: its reduced cost before. Beside a node: its dual, before → after.", fill=FAINT)
    return picture


def draw_certificate(pairs, vector, total):
    picture = Picture(840, 560, "The certificate: a price for each row and each column")
    picture.text(28, 58, "prices", fill=ACCENT)
    for at, column in enumerate(COLUMNS):
        picture.text(190 + 104 * at, 36, column, "middle", bold=True)
        picture.text(190 + 104 * at, 58, shown(vector[column]), "middle", fill=ACCENT)
    for line, row in enumerate(ROWS):
        y = 74 + 66 * line
        picture.text(28, y + 35, row, bold=True)
        picture.text(56, y + 35, shown(vector[row]), fill=ACCENT)
        for at, column in enumerate(COLUMNS):
            if row + column not in POINTS:
                continue
            above, weight = added(vector[row], vector[column]), (1, POINTS[row + column])
            chosen = row + column in pairs
            picture.box(142 + 104 * at, y, 96, 58, fill=SHADE if above == weight else "#ffffff",
                        stroke=INK if chosen else FAINT, line=4 if chosen else 1)
            picture.text(190 + 104 * at, y + 24, shown(above), "middle", fill=ACCENT)
            picture.text(190 + 104 * at, y + 46, ("= " if above == weight else "> ") + shown(weight), "middle")
    picture.text(28, 496, "In a box: the prices of row and column added, then (1, points) of the pair. "
                 "Shaded: equal. Thick: assigned.")
    picture.text(28, 528, f"All prices together: {shown(total)}. The pairs together: {len(pairs)} pairs with "
                 f"{total[1]} points. So nothing is better.", bold=True)
    return picture


def shown(vector):
    return "(" + ", ".join(str(number).replace("-", "−") for number in vector) + ")"


def main(folder):
    partner = maximum_matching()
    level = cover(partner)
    rows, columns = [row for row in ROWS if row in level], [column for column in COLUMNS if column in level]
    assert all((row in level) != (column in level) for row, column in POINTS if row + column != "D2")
    bids, searches, dual, joined = solve_part(rows, [column for column in COLUMNS if column not in level])
    _, _, more_duals, more_joined = solve_part(columns, [row for row in ROWS if row not in level])
    draw_levels(level, partner).write(folder, "levels.svg")
    draw_auction(bids).write(folder, "auction.svg")
    draw_lists().write(folder, "lists.svg")
    draw_searches(rows, searches).write(folder, "searches.svg")
    draw_certificate(*check(level, dual | more_duals, joined | more_joined)).write(folder, "certificate.svg")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent))
