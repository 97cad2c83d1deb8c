#!/usr/bin/env bash
# Builds the images of the three services from what ./rubicon or Maven has built.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
services=(ingest simulator web-ui)
modules=java.se,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

fail() {
  echo "$1" >&2
  exit 1
}

usage() {
  cat <<'TEXT'
deploy/kubernetes/images.sh [options]    builds rubicon-ingest, rubicon-simulator, rubicon-web-ui

  --tool NAME      podman, buildah or docker; without it the first of these that works
  --tag TAG        tag of the images (default: the project's version)
  --prefix NAME    put before each name with a slash, for instance that of your registry
  --base IMAGE     image with Java 25 to build on (default eclipse-temurin:25.0.1_8-jre)
  --from-debian    make that base here, with mmdebstrap and jlink; no registry is asked
  --as-is          pack what is built, though its sources are newer
TEXT
}

tool= tag= prefix= base= from_debian= as_is=
while [ $# -gt 0 ]; do
  case $1 in
    --tool | --tag | --prefix | --base)
      [ $# -gt 1 ] || fail "$1 needs a value." 
      case $1 in
        --tool) tool=$2 ;;
        --tag) tag=$2 ;;
        --prefix) prefix=$2/ ;;
        --base) base=$2 ;;
      esac
      shift 2
      ;;
    --from-debian)
      from_debian=1
      shift
      ;;
    --as-is)
      as_is=1
      shift
      ;;
    --help | -h)
      usage
      exit
      ;;
    *)
      echo "images.sh does not know $1." >&2
      usage >&2
      exit 2
      ;;
  esac
done
[ -z "$base" ] || [ -z "$from_debian" ] || fail "--base and --from-debian both name a base; take one."

# docker is often only a client; the other two need no service.
works() {
  case $1 in
    docker) docker version >/dev/null 2>&1 ;;
    *) "$1" --version >/dev/null 2>&1 ;;
  esac
}

if [ -n "$tool" ]; then
  works "$tool" || fail "$tool does not work here; is it installed, and for docker, is its daemon running?"
else
  for tool in podman buildah docker none; do
    ! works "$tool" || break
  done
  [ "$tool" != none ] || fail "None of podman, buildah, docker works here; install one (Debian: apt install buildah)."
fi

build="mvn -DskipTests -pl ingest,simulator,web-ui -am package"
for service in "${services[@]}"; do
  jar=$home/$service/target/quarkus-app/quarkus-run.jar
  [ -f "$jar" ] || fail "$service is not built; run $build first."
  newer=$(find "$home/pom.xml" "$home/model/pom.xml" "$home/model/src/main" "$home/$service/pom.xml" \
    "$home/$service/src/main" -type f -newer "$jar" -not -path '*/frontend/generated/*' -not -name index.html \
    -print -quit)
  [ -z "$newer" ] || [ -n "$as_is" ] \
    || fail "$service is older than ${newer#"$home"/}; run $build again, or say --as-is if that changes nothing."
done
[ -n "$tag" ] || tag=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$home/pom.xml" | head -n 1)
[ -n "$tag" ] || fail "The project's version was not found in $home/pom.xml; name a --tag."

# build NAME FILE FOLDER [options]
build() {
  local name=$1 file=$2 folder=$3
  shift 3
  case $tool in
    buildah) buildah build --layers=false "$@" --file "$file" --tag "$name" "$folder" ;;
    *) "$tool" build "$@" --file "$file" --tag "$name" "$folder" ;;
  esac
}

debian_base() {
  local scratch release jlink=${JAVA_HOME:+$JAVA_HOME/bin/}jlink
  command -v mmdebstrap >/dev/null 2>&1 || fail "--from-debian needs mmdebstrap (apt install mmdebstrap)."
  command -v "$jlink" >/dev/null 2>&1 || fail "--from-debian needs jlink of a JDK 25; point JAVA_HOME at one."
  "$jlink" --version | grep -q '^2[5-9]' || fail "$jlink is of Java $("$jlink" --version); 25 or newer is needed."
  # The release of this machine is the one whose keys it has.
  release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/rubicon-base.XXXXXX")
  trap 'rm -rf "$scratch"' RETURN
  mmdebstrap --quiet --variant=essential --include=ca-certificates "${release:-stable}" "$scratch/rootfs.tar" \
    || fail "Debian's packages could not be put together."
  "$jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files --output "$scratch/jre" \
    || fail "jlink could not make a runtime."
  build localhost/rubicon-base:"$tag" "$here/images/Containerfile.debian" "$scratch"
}

if [ -n "$from_debian" ]; then
  debian_base
  base=localhost/rubicon-base:$tag
fi
for service in "${services[@]}"; do
  name=${prefix}rubicon-$service:$tag
  build "$name" "$here/images/Containerfile" "$home/$service/target/quarkus-app" \
    --build-arg SERVICE="$service" --build-arg VERSION="$tag" ${base:+--build-arg BASE="$base"}
  echo "$name built with $tool"
done
