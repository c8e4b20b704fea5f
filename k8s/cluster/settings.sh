# The settings of all parts. Sourced by `node`.

kubeconfig() { # file, token
  cat >"$state/$1.kubeconfig" <<END
apiVersion: v1
kind: Config
clusters: [{name: insights, cluster: {server: "https://$address:6443", insecure-skip-tls-verify: true}}]
users: [{name: $1, user: {token: $2}}]
contexts: [{name: insights, context: {cluster: insights, user: $1}}]
current-context: insights
END
}

# Who is who: made-up words of this cluster, which lives as long as its starter.
identities() {
  local name user group token
  while read -r name user group; do
    token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    echo "$token,$user,$user,\"$group\"" >>"$state/tokens"
    kubeconfig "$name" "$token"
  done <<'END'
admin admin system:masters
controller-manager system:kube-controller-manager system:none
scheduler system:kube-scheduler system:none
kubelet system:node:node system:nodes
proxy system:kube-proxy system:none
dns system:coredns system:none
END
  openssl genrsa -out "$state/accounts.key" 2048
}

write_settings() {
  umask 077
  identities
  umask 022
  cat >"$state/containerd.toml" <<END
version = 3
root = "$state/containerd"
state = "/run/containerd"
oom_score = 0
[grpc]
  address = "/run/containerd/containerd.sock"
[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = true
  disable_apparmor = true
  tolerate_missing_hugetlb_controller = true
[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = ["/usr/lib/cni"]
  conf_dir = "$state/cni"
[plugins."io.containerd.cri.v1.images"]
  snapshotter = "overlayfs"
[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "localhost/pause:local"
END
  cat >"$state/cni/10-pods.conflist" <<END
{"cniVersion": "1.0.0", "name": "pods", "plugins": [
  {"type": "ptp", "mtu": 1500, "ipam": {"type": "host-local", "dataDir": "$state/addresses",
    "ranges": [[{"subnet": "10.244.0.0/24"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
END
  cat >"$state/kubelet.yaml" <<END
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: true}, webhook: {enabled: false}}
authorization: {mode: AlwaysAllow}
cgroupDriver: cgroupfs
cgroupRoot: /$id
clusterDNS: [$services.10]
clusterDomain: cluster.local
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
enforceNodeAllocatable: []
evictionHard: {memory.available: 50Mi, nodefs.available: 1%, imagefs.available: 1%}
failCgroupV1: false
failSwapOn: false
featureGates: {KubeletInUserNamespace: true}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
localStorageCapacityIsolation: false
makeIPTablesUtilChains: false
maxPods: 60
oomScoreAdj: 0
podLogsDir: $state/pods
registerWithTaints: []
resolvConf: $state/resolv.conf
volumePluginDir: $state/plugins
END
  cat >"$state/proxy.yaml" <<END
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: nftables
clusterCIDR: 10.244.0.0/16
clientConnection: {kubeconfig: $state/proxy.kubeconfig}
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
oomScoreAdj: 0
END
  system >"$state/system.yaml"
}

# What a cluster has: names, and volumes for who claims one.
system() {
  local number
  cat <<END
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: dns}
rules:
  - {apiGroups: [""], resources: [endpoints, services, pods, namespaces], verbs: [list, watch]}
  - {apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: [list, watch]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: dns}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: dns}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: "system:coredns"}]
---
apiVersion: v1
kind: Secret
metadata: {name: dns, namespace: kube-system}
stringData:
  kubeconfig: |
$(sed 's/^/    /' "$state/dns.kubeconfig")
  Corefile: |
    .:53 {
      errors
      kubernetes cluster.local in-addr.arpa {
        kubeconfig /etc/coredns/kubeconfig
        ttl 5
      }
      cache 5
    }
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: dns, namespace: kube-system}
spec:
  selector: {matchLabels: {k8s-app: kube-dns}}
  template:
    metadata: {labels: {k8s-app: kube-dns}}
    spec:
      automountServiceAccountToken: false
      dnsPolicy: Default
      containers:
        - name: dns
          image: localhost/coredns:local
          imagePullPolicy: Never
          args: [-conf, /etc/coredns/Corefile]
          securityContext: {runAsUser: 0}
          volumeMounts: [{name: settings, mountPath: /etc/coredns}]
      volumes: [{name: settings, secret: {secretName: dns}}]
---
apiVersion: v1
kind: Service
metadata: {name: kube-dns, namespace: kube-system}
spec:
  clusterIP: $services.10
  selector: {k8s-app: kube-dns}
  ports: [{name: udp, port: 53, protocol: UDP}, {name: tcp, port: 53, protocol: TCP}]
END
  for number in 1 2 3 4; do
    mkdir -p "$state/volumes/$number"
    chown 10001:10001 "$state/volumes/$number"
    cat <<END
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: volume-$number}
spec:
  capacity: {storage: 2Gi}
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Retain
  hostPath: {path: "$state/volumes/$number", type: Directory}
END
  done
}
