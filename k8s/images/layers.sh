# What is in the images. Sourced by `build`.

version=1.0.0-SNAPSHOT
path=/opt/java/bin:/usr/bin:/bin
declare -A made

# Packages of Debian or Ubuntu, unpacked: the C library and what little else is asked for. Documents are left out but for
# licences.
packages_layer() { # name, packages
  local name=$1 folder=$work/$1 package
  shift
  [ -z "${made[$name]:-}" ] || return 0
  rm -rf "$folder"
  mkdir -p "$folder/debs" "$folder/root"
  for package in "$@"; do
    (cd "$folder/debs" && apt-get -q=2 -o APT::Sandbox::User=root download "$package" >/dev/null 2>&1) ||
      skip "apt-get cannot fetch the package $package (apt-get update?)"
  done
  for package in "$folder"/debs/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done
  merge_usr "$folder/root"
  if [ "$name" = base ]; then
    mkdir -p "$folder/root"/{etc,tmp,app}
    ln -s usr/bin "$folder/root/bin"
    ln -s usr/lib "$folder/root/lib"
    ln -s usr/lib64 "$folder/root/lib64"
    printf 'root:x:0:0::/:/none\ninsights:x:10001:10001::/tmp:/none\n' >"$folder/root/etc/passwd"
    printf 'root:x:0:\ninsights:x:10001:\n' >"$folder/root/etc/group"
    printf 'hosts: files dns\n' >"$folder/root/etc/nsswitch.conf"
  fi
  find "$folder/root" -path '*/usr/share/doc/*' -type f ! -name copyright -delete
  rm -rf "$folder/root/usr/share"/{man,lintian,locale,info} "$folder/root/usr/lib"/*/gconv
  k8s/images/bom packages "$name" "$folder"/debs/*.deb >"$folder/bom.json"
  mkdir -p "$folder/root/usr/share/sbom"
  cp "$folder/bom.json" "$folder/root/usr/share/sbom/$name.cdx.json"
  make_layer "$folder/root"
  made[$name]=$layer
}

# As Debian has it since 13 and Ubuntu does: one folder for programs, one for libraries.
merge_usr() { # root
  local part
  for part in bin sbin lib lib64; do
    [ -d "$1/$part" ] || continue
    mkdir -p "$1/usr/$part"
    cp -a "$1/$part/." "$1/usr/$part/"
    rm -r "${1:?}/$part"
  done
}

base_layer() { packages_layer base libc6 libgcc-s1 zlib1g; }
shell_layer() { packages_layer shell busybox-static bash libtinfo6 libstdc++6; }

# The JDK, linked to what these programs use.
java_layer() {
  local folder=$work/java modules
  [ -z "${made[java]:-}" ] || return 0
  modules=java.se,jdk.unsupported,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs
  rm -rf "$folder"
  mkdir -p "$folder/root/opt"
  "$JAVA_HOME/bin/jlink" --output "$folder/root/opt/java" --add-modules "$modules" --include-locales=en,es,it \
    --strip-native-debug-symbols=exclude-debuginfo-files --no-header-files --no-man-pages --compress=zip-6 2>/dev/null ||
    { rm -rf "$folder/root/opt/java"
      "$JAVA_HOME/bin/jlink" --output "$folder/root/opt/java" --add-modules "$modules" --include-locales=en,es,it \
        --no-header-files --no-man-pages --compress=zip-6; }
  mkdir -p "$folder/root/usr/share/sbom"
  k8s/images/bom java java "$JAVA_HOME/release" >"$folder/root/usr/share/sbom/java.cdx.json"
  make_layer "$folder/root"
  made[java]=$layer
}

# Whether the console was built with its pages, and what to say where it was not.
no_pages="its pages are not built: they take Node 20.19 or later, and then make images builds them"
has_pages() {
  local jar=console/target/quarkus-app/app/console-$version.jar files
  [ -f "$jar" ] || return 1
  files=$("$JAVA_HOME/bin/jar" --list --file="$jar")
  grep -qx META-INF/resources/console/index.html <<<"$files"
}

java_environment() { printf '["PATH=%s","LANG=C.UTF-8","JAVA_HOME=/opt/java"]' "$path"; }

jvm_image() { # module
  local app=$1/target/quarkus-app libraries program
  [ -f "$app/quarkus-run.jar" ] || { echo "images: $1 is not built yet (make images builds it)" >&2; exit 1; }
  base_layer
  java_layer
  rm -rf "$work/app"
  mkdir -p "$work/app/libraries/app" "$work/app/program/app" "$work/app/program/usr/share/sbom"
  cp -r "$app/lib" "$work/app/libraries/app/"
  cp -r "$app/app" "$app/quarkus" "$app/quarkus-run.jar" "$work/app/program/app/"
  k8s/images/bom jars "$1" "$app" >"$work/app/program/usr/share/sbom/$1.cdx.json"
  make_layer "$work/app/libraries"
  libraries=$layer
  make_layer "$work/app/program"
  program=$layer
  write_image "$1" "$(title_of "$1")" "$(ports_of "$1")" '["/opt/java/bin/java","-jar","/app/quarkus-run.jar"]' \
    "$(java_environment)" "${made[base]}" "${made[java]}" "$libraries" "$program"
}

native_image() { # module
  local binary=$1/target/$1-$version-runner
  [ -x "$binary" ] || { echo "images: $binary is not built yet (make native builds it)" >&2; exit 1; }
  base_layer
  rm -rf "$work/app"
  mkdir -p "$work/app/program/app" "$work/app/program/usr/share/sbom"
  cp "$binary" "$work/app/program/app/$1"
  k8s/images/bom binary "$1-native" "$binary" "$1/target/quarkus-app" >"$work/app/program/usr/share/sbom/$1-native.cdx.json"
  make_layer "$work/app/program"
  write_image "$1-native" "$(title_of "$1")" "$(ports_of "$1")" "[\"/app/$1\"]" "[\"PATH=$path\",\"LANG=C.UTF-8\"]" \
    "${made[base]}" "$layer"
}

gateway_image() {
  base_layer
  java_layer
  rm -rf "$work/app"
  mkdir -p "$work/app/program/app/lib"
  cp "local-platform/target/local-platform-$version.jar" "$work/app/program/app/"
  cp local-platform/target/lib/*.jar "$work/app/program/app/lib/"
  rm -f "$work"/app/program/app/lib/embedded-postgres-binaries-*
  make_layer "$work/app/program"
  write_image gateway "The way in to a cluster for trying" 8080 \
    "[\"/opt/java/bin/java\",\"-cp\",\"/app/local-platform-$version.jar\",\"insights.platform.gateway.GatewayMain\"]" \
    "$(java_environment)" "${made[base]}" "${made[java]}" "$layer"
}

# PostgreSQL's programs as local-platform has them, with as much of a shell as its entry point takes.
postgres_image() {
  local jar
  base_layer
  shell_layer
  rm -rf "$work/app"
  mkdir -p "$work/app/jar" "$work/app/program/usr/local"
  jar=$(ls local-platform/target/lib/embedded-postgres-binaries-linux-*.jar | grep -v alpine | head -n 1)
  (cd "$work/app/jar" && "$JAVA_HOME/bin/jar" --extract --file="$OLDPWD/$jar")
  tar -xJf "$work"/app/jar/postgres-linux-*.txz -C "$work/app/program/usr/local"
  rm -f "$work"/app/program/usr/local/lib/*.a
  cp k8s/images/postgres/entrypoint k8s/images/postgres/psql "$work/app/program/usr/local/bin/"
  busybox_links sh cat grep sed awk mv rm mkdir
  make_layer "$work/app/program"
  write_image postgres "PostgreSQL for a cluster for trying" 5432 '["/usr/local/bin/entrypoint"]' \
    '["PATH=/usr/local/bin:/usr/bin:/bin","LANG=C.UTF-8"]' "${made[base]}" "${made[shell]}" "$layer"
}

keycloak_image() {
  base_layer
  shell_layer
  java_layer
  rm -rf "$work/app"
  mkdir -p "$work/app/program/opt/keycloak/data"
  for part in bin lib conf providers themes; do cp -r "local-platform/target/keycloak/$part" "$work/app/program/opt/keycloak/"; done
  busybox_links sh cat dirname basename readlink uname sed grep tr expr id env
  make_layer "$work/app/program"
  write_image keycloak "Keycloak for a cluster for trying" 8080 '["/opt/keycloak/bin/kc.sh"]' "$(java_environment)" \
    "${made[base]}" "${made[shell]}" "${made[java]}" "$layer"
}

# A program without libraries, of the parts of a cluster.
part_image() { # part
  local part
  part=$(k8s/cluster/folder)/$1
  [ -x "$part" ] || { echo "images: $part is not compiled yet (make cluster-tools compiles it)" >&2; exit 1; }
  rm -rf "$work/app"
  mkdir -p "$work/app/program/app"
  cp "$part" "$work/app/program/app/$1"
  make_layer "$work/app/program"
  write_image "$1" "A part of a cluster for trying" "" "[\"/app/$1\"]" '["PATH=/app"]' "$layer"
}

# What a shell script calls, by the one program that has it all.
busybox_links() {
  local name
  mkdir -p "$work/app/program/usr/bin"
  for name in "$@"; do ln -sf busybox "$work/app/program/usr/bin/$name"; done
}

title_of() {
  case $1 in
    destination-service) echo "Who may send data where: connections, consent, keys" ;;
    segment-service) echo "Who is who: profiles, segments, refreshes" ;;
    export-service) echo "What was sent: exports, runs, ledger" ;;
    console) echo "The people's pages, and the way from them to the services" ;;
    *) echo "A stand-in, for trying" ;;
  esac
}

ports_of() {
  case $1 in
    destination-service) echo 8081 9081 ;;
    segment-service) echo 8082 9082 ;;
    export-service) echo 8083 9083 ;;
    console) echo 8084 9084 ;;
    *) echo 8090 8091 ;;
  esac
}
