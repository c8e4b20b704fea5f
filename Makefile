# Everything a developer does with this project. Needs a JDK 21 or later (found by itself) and nothing else: no Docker.
# Works with GNU make from 3.81 on.

SHELL := /bin/sh
export JAVA_HOME := $(shell .mvn/find-jdk)
ifeq ($(JAVA_HOME),)
$(error No JDK 21 or later, see above)
endif

# Maven's own libraries do what newer JDKs warn of before anything else is said.
export MAVEN_OPTS := $(MAVEN_OPTS) $(shell [ "$$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$(JAVA_HOME)/release")" -ge 23 ] \
	2>/dev/null && echo --sun-misc-unsafe-memory-access=allow)

JAVA := "$(JAVA_HOME)/bin/java"
MVN := ./mvnw -q
PROGRAMS := common destination-service segment-service export-service console sandbox local-platform k8s/cluster
SOURCES := pom.xml console/build-pages \
	$(shell find $(PROGRAMS) -name node_modules -prune -o \( -name pom.xml -o -path '*/src/main/*' \) -print)
NATIVE_PROGRAMS := common sandbox destination-service segment-service export-service
comma := ,
space := $(subst ,, )
BUILT := local-platform/target/built
# With another Node than the last time the console's pages are built anew, or at all.
NODE := local-platform/target/node-$(shell node --version 2>/dev/null || echo none)
PLATFORM_JAR := local-platform/target/local-platform-1.0.0-SNAPSHOT.jar
CLUSTER_IMAGES := k8s/target/images/made
# A shell without job control starts what it puts in the background deaf to Ctrl-C's signal, and Java stays so: undone.
HEARING := $(shell env --default-signal=INT true 2>/dev/null && echo env --default-signal=INT || \
	{ command -v perl >/dev/null 2>&1 && echo perl -e \''$$SIG{INT} = "DEFAULT"; exec @ARGV'\'; })
# jdk.console: so that a program sees on any JDK whether it writes to a terminal.
PLATFORM := $(HEARING) $(JAVA) -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx256m -Djdk.console=java.base \
	-jar $(PLATFORM_JAR)

# Arguments for `make run`; `make run ARGS=--help` lists them.
ARGS :=
# Who `make token` signs in. Not the USER of the environment.
ifneq ($(origin USER),command line)
USER := admin
endif
# Whose secret `make secret` prints.
CLIENT := platform
# Of several platforms of this checkout, the process of the one that `make token` and `make secret` mean.
RUN :=
# Ports of `make sandbox`.
PORT := 8090
CONTROL_PORT := 8091

# How long `make soak` plays (ISO 8601).
LENGTH := PT30M

# What `make bench` measures (all of it when empty), and with how many profiles (a million when empty).
BENCH :=
PROFILES :=
ifneq ($(filter bench,$(MAKECMDGOALS)),)
ifneq ($(filter-out sandbox segment export import% refresh% stream% requests% pace% delivery% heap%,$(BENCH)),)
$(error There is no benchmark "$(BENCH)". There are sandbox, segment and export, and the figures of the latter two: \
	docs/benchmarks.md lists them)
endif
endif

.DEFAULT_GOAL := help
.PHONY: help run token secret sandbox test soak check format bench openapi pictures images native cluster-tools cluster cluster-test

help: ## Show this.
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "  make %-13s %s\n", $$1, $$2 }'

run: $(BUILT) ## Start everything on this machine and do the main job once. ARGS=--exit ends then; ARGS=--help tells more.
	@exec $(PLATFORM) $(ARGS)

token: $(BUILT) ## Print a bearer token of USER=admin, contributor or viewer, while `make run` is up.
	@exec $(PLATFORM) token --user=$(USER) $(addprefix --run=,$(RUN))

secret: $(BUILT) ## Print the secret of CLIENT=platform or another machine's client, while `make run` is up.
	@exec $(PLATFORM) secret --client=$(CLIENT) $(addprefix --run=,$(RUN))

sandbox: $(BUILT) ## Start only the stand-ins for Autopilot and Ortto. PORT=8090, CONTROL_PORT=8091.
	@exec env QUARKUS_HTTP_PORT=$(PORT) SANDBOX_CONTROL_PORT=$(CONTROL_PORT) \
		$(JAVA) -Xmx1g -jar sandbox/target/quarkus-app/quarkus-run.jar

test: ## Run all tests, the end-to-end tests included.
	@exec ./mvnw -T 3 -Dseveral-at-once verify

soak: $(BUILT) ## Everything at once for half an hour, deaths of all parts included. LENGTH=PT30M.
	@exec ./mvnw -q verify -pl local-platform/end-to-end -am -Dtest=none -Dit.test=Soak -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false -Dinsights.soak.length=$(LENGTH) -Dtest.timeout='3 h' -Dtest.fork-timeout=10800

check: ## Fail if the code is not formatted.
	@exec $(MVN) -T 2 spotless:check

format: ## Format the code.
	@exec $(MVN) spotless:apply

bench: $(BUILT) ## Measure; a line `ratio NAME VALUE` per figure. BENCH=sandbox, segment or export measures one module.
	@case "$(BENCH)" in ''|sandbox) $(JAVA) sandbox/src/test/java/insights/sandbox/bench/SandboxBench.java \
		sandbox/target/quarkus-app/quarkus-run.jar;; esac
	@case "$(BENCH)" in ''|segment|import*|refresh*|stream*) \
		$(MVN) -pl common,segment-service test-compile dependency:build-classpath \
			-Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test && cd segment-service && \
		$(JAVA) -Xmx512m -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" \
			insights.segment.bench.SegmentBenchmark $(filter-out segment sandbox,$(BENCH)) $(PROFILES);; esac
	@case "$(BENCH)" in ''|export|requests*|pace*|delivery*|heap*) \
		$(MVN) -pl common,export-service test-compile dependency:build-classpath \
			-Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test && cd export-service && \
		$(JAVA) -Xmx512m -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" \
			insights.export.bench.DeliveryBenchmark $(filter-out export,$(BENCH));; esac

openapi: ## Write the committed API descriptions anew, after a wanted change.
	@exec $(MVN) test -Dtest='*OpenApi*' -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.update=true

pictures: $(BUILT) ## Write the pictures of the console in docs/guide anew (needs Node and Chromium).
	@exec $(MVN) verify -pl local-platform/end-to-end -am -Dtest=none -Dit.test=Pictures -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false

images: $(BUILT) ## Make the container images of the services and the console, as OCI archives in k8s/target/images. NATIVE=1 takes what `make native` built.
	@exec k8s/images/build $(if $(NATIVE),--native)

native: ## Build native binaries (GraalVM or Mandrel for JDK 21 or later, 8 GiB). NATIVE_TESTS=1 runs the integration tests on them.
	@graalvm=$$(.mvn/find-graalvm); if [ -z "$$graalvm" ]; then \
		echo "native: skipped, no native-image: let GRAALVM_HOME name a GraalVM or Mandrel for JDK 21 or later"; exit 0; fi; \
	exec env GRAALVM_HOME="$$graalvm" $(MVN) -pl $(subst $(space),$(comma),$(NATIVE_PROGRAMS)) -Dnative \
		$(if $(NATIVE_TESTS),verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false,package -DskipTests)

cluster-tools: ## Compile the parts of a real Kubernetes, once (minutes; needs Go). The last line is the folder of them.
	@exec k8s/cluster/compile

cluster: ## Start a real Kubernetes of one node on this machine (Linux, root), with everything in it, and do the main job there.
	@missing=$$(k8s/cluster/missing parts); if [ -n "$$missing" ]; then echo "cluster: skipped, $$missing"; exit 0; fi; \
	$(MAKE) --no-print-directory $(CLUSTER_IMAGES) && exec $(HEARING) $(JAVA) -Xmx256m -Djdk.console=java.base \
		-Djdk.net.hosts.file=k8s/target/cluster/hosts -cp k8s/cluster/target/classes:$(PLATFORM_JAR) insights.cluster.ClusterMain $(ARGS)

cluster-test: ## Prove in such a cluster what only a real one can show (half an hour). TEST=FlowsTest proves one thing.
	@missing=$$(k8s/cluster/missing parts); \
	if [ -n "$$missing" ]; then echo "cluster-test: skipped, $$missing"; echo "0 passed, 0 failed, 1 skipped"; exit 0; fi; \
	$(MAKE) --no-print-directory $(CLUSTER_IMAGES) && exec ./mvnw -pl common,local-platform,k8s/cluster test \
		-Dtest='$(if $(TEST),$(TEST),insights.cluster.*Test)' -Dsurefire.failIfNoSpecifiedTests=false -Dcluster.skipped=false

$(CLUSTER_IMAGES): $(BUILT) $(shell find k8s/images -type f 2>/dev/null)
	@k8s/images/build destination-service segment-service export-service console sandbox gateway postgres keycloak pause coredns
	@touch $@

$(NODE):
	@mkdir -p $(@D) && rm -f local-platform/target/node-* && touch $@

# What it prints goes to stderr, so that the output of `make token` is a token and nothing else.
$(BUILT): $(SOURCES) $(NODE)
	@echo "Building what is new (the first time takes some minutes: everything is fetched)..." >&2
	@$(MVN) package -DskipTests >&2
	@touch $@
