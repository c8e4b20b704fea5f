package insights.platform;

import insights.platform.console.Steps;
import insights.platform.demo.AccountAddress;
import insights.platform.demo.Demo;
import insights.platform.demo.MainJob;
import insights.platform.demo.Product;
import insights.platform.identity.Realm;
import insights.platform.identity.SignIn;
import insights.platform.identity.User;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.process.PlatformFailure;
import insights.platform.services.ServiceEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code make run} and {@code make token} start. */
@Command(name = "local-platform", mixinStandardHelpOptions = true, description = "The whole product on this machine.")
public final class LocalPlatformMain implements Callable<Integer> {

    @Option(names = "--exit", description = "End after the main job, with its exit status.")
    private boolean exit;

    @Option(names = "--empty", description = "Leave out the main job: begin with nothing, as on the first day.")
    private boolean empty;

    @Option(names = "--free-ports", description = "Choose free ports instead of the standard ones.")
    private boolean freePorts;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Give up when not everything is up after so long. Default: wait as long as something moves.")
    private Integer timeout;

    @Option(
            names = "--work-folder",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Where everything is written. Default: local-platform/target/platform")
    private Path workFolder = Build.ofThisProject().workFolder();

    private final Map<Port, Integer> chosenPorts = new EnumMap<>(Port.class);

    @Spec
    private CommandSpec spec;

    private volatile boolean toldToStop;
    private volatile boolean ended;

    private LocalPlatformMain() {}

    public static void main(String[] args) {
        LocalPlatformMain main = new LocalPlatformMain();
        CommandLine line = new CommandLine(main);
        for (Port port : Port.values()) {
            line.getCommandSpec().addOption(main.option(port));
        }
        line.setParameterExceptionHandler((wrong, arguments) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage() + ". ARGS=--help lists what there is.");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof PlatformFailure)) {
                throw failure;
            }
            command.getErr().println(failure.getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }

    private OptionSpec option(Port port) {
        return OptionSpec.builder(port.option())
                .type(Integer.class)
                .paramLabel("N")
                .description("Port of %s. Default: %d".formatted(port.user(), port.standard()))
                .setter(new CommandLine.Model.ISetter() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public <T> T set(T number) {
                        if (number != null) {
                            chosenPorts.put(port, possible(port, (Integer) number));
                        }
                        return number;
                    }
                })
                .build();
    }

    private static Map<Product, AccountAddress> accounts(LocalPlatform platform) {
        Map<Product, AccountAddress> accounts = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            accounts.put(product, AccountAddress.of(platform.sandbox(), product));
        }
        return accounts;
    }

    private Integer possible(Port port, Integer number) {
        if (!Port.isPossible(number)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "%d is no port for %s: %s wants a number from 1 to 65535"
                            .formatted(number, port.user(), port.option()));
        }
        return number;
    }

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = freePorts ? Ports.freeExcept(chosenPorts) : Ports.standardExcept(chosenPorts);
        Steps steps = new Steps(System.out);
        Map<String, String> given = ServiceEnvironment.ofPerson(System.getenv());
        LocalPlatform platform = new LocalPlatform(Build.ofThisProject(), ports, workFolder, steps, given);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, steps)));
        try {
            long begin = System.nanoTime();
            if (!given.isEmpty()) {
                steps.say("The services get from your environment: " + String.join(", ", given.keySet()));
            }
            start(platform);
            if (empty) {
                Welcome.empty(platform.file()).forEach(steps::say);
            } else {
                new Demo(job(platform, steps), accounts(platform), steps).run();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (exit) {
                Welcome.done(platform.file(), took).forEach(steps::say);
            } else {
                Welcome.lines(platform.file(), took, platform.isKnown()).forEach(steps::say);
                waitForever();
            }
            return 0;
        } catch (PlatformFailure e) {
            if (toldToStop) {
                // It only failed because it is being stopped, which the other thread sees to.
                waitForever();
            }
            throw e;
        } finally {
            platform.close();
            ended = true;
        }
    }

    /** Runs when the process ends: by itself, or because it is told to, in the middle of the start or later. */
    private void stop(LocalPlatform platform, Steps steps) {
        if (!ended) {
            toldToStop = true;
            steps.run(
                    "Stopped", "what is left: the logs, and PostgreSQL's programs for the next start", platform::close);
        }
    }

    private void start(LocalPlatform platform) {
        if (timeout == null) {
            platform.start();
        } else {
            platform.start(Duration.ofSeconds(timeout));
        }
    }

    private static void waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static MainJob job(LocalPlatform platform, Steps steps) {
        String admin =
                steps.call("Sign-in of admin", token -> "authorization code with PKCE", () -> platform.signIn("admin"));
        String contributor = steps.call("Sign-in of contributor", token -> "", () -> platform.signIn("contributor"));
        return new MainJob(platform.api(admin), platform.api(contributor));
    }

    @Command(name = "token", description = "Print a bearer token of a user.")
    int token(
            @Option(names = "--user", required = true, paramLabel = "NAME") String name,
            @Option(
                            names = "--run",
                            paramLabel = "PID",
                            description = "Of several platforms of this checkout, the one with this process.")
                    Long run) {
        PlatformFile platform = running(run);
        User user = platform.users().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new PlatformFailure("There is no user %s, but: %s".formatted(name, names(platform))));
        System.out.println(new SignIn(platform.issuer(), Realm.COMMAND_LINE).token(user));
        return 0;
    }

    @Command(name = "secret", description = "Print the secret of a machine's client, for example of platform.")
    int secret(
            @Option(names = "--client", required = true, paramLabel = "NAME") String name,
            @Option(names = "--run", paramLabel = "PID") Long run) {
        Map<String, String> clients = running(run).clients();
        if (!clients.containsKey(name)) {
            throw new PlatformFailure(
                    "There is no client %s, but: %s".formatted(name, String.join(", ", clients.keySet())));
        }
        System.out.println(clients.get(name));
        return 0;
    }

    private PlatformFile running(Long run) {
        return PlatformFile.read(workFolder, run == null ? OptionalLong.empty() : OptionalLong.of(run));
    }

    private static String names(PlatformFile platform) {
        List<String> names = platform.users().stream().map(User::name).toList();
        return String.join(", ", names);
    }
}
