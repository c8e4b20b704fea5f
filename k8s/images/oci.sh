# Layers and images by the image specification of the Open Container Initiative. Sourced by `build`.

# A folder as a layer: the same files make the same bytes. Sets `layer` to "<digest> <digest unpacked> <size>".
make_layer() { # folder
  local packed=$work/layer.tar unpacked
  tar --create --directory="$1" --sort=name --format=pax --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime \
    --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w --file="$packed" .
  unpacked=$(sha256sum "$packed" | cut -d' ' -f1)
  gzip -n -6 -f "$packed"
  packed=$packed.gz
  local digest
  digest=$(sha256sum "$packed" | cut -d' ' -f1)
  mkdir -p "$work/blobs"
  mv "$packed" "$work/blobs/$digest"
  layer="$digest $unpacked $(stat -c %s "$work/blobs/$digest")"
}

quoted() { # strings -> JSON strings, with commas
  local text all=
  for text in "$@"; do
    text=${text//\\/\\\\}
    all+="${all:+,}\"${text//\"/\\\"}\""
  done
  printf %s "$all"
}

put_blob() { # text -> digest
  local digest
  digest=$(printf %s "$1" | sha256sum | cut -d' ' -f1)
  printf %s "$1" >"$oci/blobs/sha256/$digest"
  printf %s "$digest"
}

# An image of layers, as an archive that `ctr images import`, `kind load image-archive`, `podman load`, `skopeo copy` and
# `docker load` take. $1 name, $2 what it is, $3 ports, $4 entry point as JSON, $5 environment as JSON, then layers.
write_image() {
  local name=$1 title=$2 ports=$3 entry=$4 environment=$5
  shift 5
  local oci=$work/oci digest unpacked size layers= ids= port exposed= architecture one
  case $(uname -m) in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; *) architecture=$(uname -m) ;; esac
  rm -rf "$oci"
  mkdir -p "$oci/blobs/sha256"
  for one in "$@"; do
    read -r digest unpacked size <<<"$one"
    ln "$work/blobs/$digest" "$oci/blobs/sha256/$digest"
    layers+="${layers:+,}{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",\"digest\":\"sha256:$digest\",\"size\":$size}"
    ids+="${ids:+,}\"sha256:$unpacked\""
  done
  for port in $ports; do exposed+="${exposed:+,}\"$port/tcp\":{}"; done
  local created labels config manifest
  created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
  labels="\"org.opencontainers.image.title\":\"$name\",\"org.opencontainers.image.description\":$(quoted "$title")"
  labels+=",\"org.opencontainers.image.version\":\"$version\",\"org.opencontainers.image.revision\":\"$revision\""
  labels+=",\"org.opencontainers.image.created\":\"$created\",\"org.opencontainers.image.licenses\":\"Apache-2.0\""
  config="{\"created\":\"$created\",\"architecture\":\"$architecture\",\"os\":\"linux\",\"config\":{\"User\":\"10001:10001\""
  config+=",\"ExposedPorts\":{$exposed},\"Env\":$environment,\"Entrypoint\":$entry,\"WorkingDir\":\"/app\",\"Labels\":{$labels}}"
  config+=",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[$ids]}}"
  digest=$(put_blob "$config")
  manifest="{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\""
  manifest+=":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"sha256:$digest\",\"size\":${#config}}"
  manifest+=",\"layers\":[$layers],\"annotations\":{$labels}}"
  digest=$(put_blob "$manifest")
  printf '{"imageLayoutVersion":"1.0.0"}' >"$oci/oci-layout"
  printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"mediaType":"%s","digest":"sha256:%s","size":%d,"platform":{"architecture":"%s","os":"linux"},"annotations":{"io.containerd.image.name":"localhost/%s:local","org.opencontainers.image.ref.name":"local"}}]}' \
    application/vnd.oci.image.manifest.v1+json "$digest" "${#manifest}" "$architecture" "$name" >"$oci/index.json"
  tar --create --directory="$oci" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    --file="$target/$name.tar" oci-layout index.json blobs
  printf '%-28s %4d MB  sha256:%s\n' "$name" "$(($(stat -c %s "$target/$name.tar") / 1000000))" "$digest"
}
