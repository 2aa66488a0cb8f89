# Sourced by the scripts beside it: where things are made, and how Maven is called.
export HIMAYA_CACHE="${HIMAYA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/himaya}"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HIMAYA_CACHE/target}"
built="$HIMAYA_CACHE/kotlin"

# maven FOLDER NAME ARGUMENT…: of the module in a folder; what it makes goes to $built/NAME.
maven() {
  local folder=$1 name=$2
  shift 2
  mvn --batch-mode --quiet --file "$folder/pom.xml" -Dstyle.color=never \
    -Dmaven.repo.local="$HIMAYA_CACHE/m2" -Dhimaya.build="$built/$name" "$@" 2>&1 |
    sed -E $'s/\x1b\\[[0-9;]*m//g'   # Debian's Maven colours what is quiet.
}
