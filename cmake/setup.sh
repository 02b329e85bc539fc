# Sourced by examples/run and tests/run: installs the packages that befriend needs, and runs long steps without noise.
# Debian 12, Debian 13, and systems made from them.

build_packages=(
    cmake g++ ninja-build
    libboost-dev libcli11-dev libcsv-dev libeigen3-dev libfmt-dev libhowardhinnant-date-dev
    libkainjow-mustache-dev librandom123-dev libssl-dev libtomlplusplus-dev libutf8proc-dev libxxhash-dev
    nlohmann-json3-dev python3-pip
)
test_packages=(
    abigail-tools catch2 chromium chromium-driver clang-19 dpkg-dev fonts-dejavu-core libbenchmark-dev libjna-java liblemon-dev
    lintian locales pkg-config python3 python3-dev python3-selenium python3-venv
)

# The examples in Go and Java are run with whatever compilers there are.
command -v go >/dev/null || test_packages+=(golang-go)
if ! command -v javac >/dev/null; then
    if grep -qs '^VERSION_ID="13"' /etc/os-release; then
        test_packages+=(openjdk-25-jdk-headless)  # the default there is older than 22, which the example by FFM needs
    else
        test_packages+=(default-jdk-headless)
    fi
fi

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

require_supported_system() {
    local ID="" ID_LIKE="" VERSION_ID="" PRETTY_NAME="this system"
    # shellcheck disable=SC1091
    [ -r /etc/os-release ] && . /etc/os-release
    local plea="befriend's scripts know Debian 12, Debian 13 and systems made from them; $PRETTY_NAME is not one. \
CONTRIBUTING.md says which packages a build needs."
    case " $ID $ID_LIKE " in *" debian "*) ;; *) die "$plea" ;; esac
    if [ "$ID" = debian ] && [ "$VERSION_ID" != 12 ] && [ "$VERSION_ID" != 13 ]; then die "$plea"; fi
    command -v apt-get >/dev/null || die "$plea"
}

# install_packages NAME...: installs those that are missing, and says which.
install_packages() {
    local missing=() unknown=() as_root=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "These packages are missing, and only root or sudo can install them: ${missing[*]}"
        as_root=(sudo)
    fi
    printf 'Installing packages: %s\n' "${missing[*]}"
    quietly "${as_root[@]}" apt-get update
    for package in "${missing[@]}"; do
        [[ $(LC_ALL=C apt-cache policy "$package") == *"Candidate: "[^\(]* ]] || unknown+=("$package")
    done
    [ ${#unknown[@]} -eq 0 ] || die "The package lists of this system do not have: ${unknown[*]}"
    quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

# quietly COMMAND...: shows what the command printed only if it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    [ $status -eq 0 ] || { cat "$log" >&2; printf 'Failed: %s\n' "$*" >&2; }
    rm -f "$log"
    return $status
}

# fetch_nanoarrow: puts the package that cmake/nanoarrow.txt pins into build/packages/nanoarrow, where CMake looks.
# pip refuses a file with another digest. Nothing is installed.
fetch_nanoarrow() {
    local pinned=cmake/nanoarrow.txt folder=build/packages/nanoarrow
    cmp -s "$pinned" "$folder/pinned.txt" && return
    printf 'Downloading nanoarrow to %s\n' "$folder"
    rm -rf "$folder"
    mkdir -p "$folder"
    quietly python3 -m pip download --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
        --dest "$folder" --requirement "$pinned"
    quietly python3 -m zipfile -e "$folder"/*.whl "$folder"
    cp "$pinned" "$folder/pinned.txt"
}

# build PRESET: configures and builds it.
build() {
    printf 'Building the preset %s\n' "$1"
    quietly cmake --preset "$1"
    quietly cmake --build --preset "$1"
}

require_supported_system
