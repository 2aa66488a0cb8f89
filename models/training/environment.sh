# Sourced by `build` and `evaluate`: makes Python environments in the cache.
export HIMAYA_CACHE=${HIMAYA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/himaya}
export PYTHONDONTWRITEBYTECODE=1

# environment NAME REQUIREMENTS.. - prints the folder of a ready environment with what the lock
# files beside the requirements list, and no file whose SHA-256 is another. Its name carries a
# checksum of the requirements, so a changed pin makes a new one.
environment() {
  local name=$1 requirement venv
  shift
  venv=$HIMAYA_CACHE/venv-$name-$(cat "$@" | cksum | cut -d ' ' -f 1)
  if [ ! -e "$venv/ready" ]; then
    python3 -m venv --clear "$venv"
    for requirement in "$@"; do
      "$venv/bin/pip" install --quiet --only-binary=:all: --no-deps --require-hashes \
        -r "${requirement%.txt}.lock" >&2
    done
    touch "$venv/ready"
  fi
  echo "$venv"
}
