# Sourced by `build` and `evaluate`: makes Python environments in the cache.
export HIMAYA_CACHE=${HIMAYA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/himaya}
export PYTHONDONTWRITEBYTECODE=1

# environment NAME REQUIREMENTS.. - prints the folder of a ready environment. Its name
# carries a checksum of the requirements, so a changed pin makes a new one.
environment() {
  local name=$1 requirement venv
  shift
  venv=$HIMAYA_CACHE/venv-$name-$(cat "$@" | cksum | cut -d ' ' -f 1)
  if [ ! -e "$venv/ready" ]; then
    python3 -m venv --clear "$venv"
    for requirement in "$@"; do
      "$venv/bin/pip" install --quiet --only-binary=:all: -r "$requirement" >&2
    done
    touch "$venv/ready"
  fi
  echo "$venv"
}
