#!/bin/sh
# Makes .venv from a lock file. usage: environment.sh PYTHON LOCK
set -eu
python=$1 lock=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed, and $python is $("$python" -V 2>&1). Try: make PYTHON=python3.12 …" >&2
    exit 1
}
if [ ! -x .venv/bin/python ] || [ ! -x .venv/bin/pip ]; then
    echo "Making .venv …"
    "$python" -m venv --clear .venv || {
        echo "The venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2
        exit 1
    }
fi
[ -x .venv/bin/uv ] || .venv/bin/pip install -q --disable-pip-version-check --require-hashes -r locks/uv.txt
echo "Installing $lock …"
.venv/bin/uv pip install -q --compile-bytecode --python .venv/bin/python --require-hashes -r "$lock"
# Our own rooms, named to Python by a path file: no build step, and `toolbox` runs the code as it stands.
site_packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
printf '%s\n%s\n' "$PWD" "$PWD/site" > "$site_packages/mentor_toolbox.pth"
printf '#!/bin/sh\nexec "%s/.venv/bin/python" -m sitebuilder "$@"\n' "$PWD" > .venv/bin/toolbox
chmod +x .venv/bin/toolbox
