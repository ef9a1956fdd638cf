package example.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written, before those that it is written for: nft, iptables-restore and glibc, each in a namespace of its
 * own, so that the machine's rules and files stay as they are. Where a program, or the right to make a namespace, is
 * missing, a test is skipped and says so.
 */
class JudgesTest {

    /** Debian has both, and the first name is one of them. */
    private static final List<String> RESTORERS = List.of(
            "iptables-restore",
            "iptables-nft-restore",
            "iptables-legacy-restore",
            "ip6tables-restore",
            "ip6tables-nft-restore",
            "ip6tables-legacy-restore");

    private static final List<String> LOADERS = List.of(
            "nft -f firewall.nft",
            "iptables-nft-restore firewall.iptables",
            "iptables-legacy-restore firewall.iptables");

    private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void generate() throws Exception {
        Main.generate(Path.of("src/test/resources/office/policy.fw"), folder);
    }

    @Test
    void nftTakesTheRulesetInPlaceOfTheLast() throws Exception {
        assumeNft();

        assertThat(run("nft -f firewall.nft && nft list ruleset > once && nft -f firewall.nft"
                        + " && nft list ruleset > twice && cmp once twice && grep -q 'dport @allowed_tcp' twice"))
                .returns(0, Answer::exitCode);
    }

    @ParameterizedTest
    @FieldSource("RESTORERS")
    void iptablesTakesTheRules(String restore) throws Exception {
        assumeRestores(restore);

        assertThat(run(restore + " --test firewall.iptables")).returns(0, Answer::exitCode);
    }

    /** A judge that takes everything is none. */
    @Test
    void judgesRefuseWhatIsBroken() throws Exception {
        assumeNft();
        assumeRestores("iptables-restore");

        assertThat(run("sed 's/inet_service/inet_servant/' firewall.nft | nft -c -f -")
                        .exitCode())
                .isNotZero();
        // sixteen units in the first rule
        assertThat(run("sed 's/--dports /--dports 1:2,/' firewall.iptables | iptables-restore --test")
                        .exitCode())
                .isNotZero();
    }

    /** Every second port, so that none is merged with its neighbour and each has a label. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void judgesTakeEveryLabelOfTheRegistry(int parity) throws Exception {
        assumeNft();
        assumeRestores("iptables-restore");
        PortSet everySecond = PortSet.of(
                IntStream.range(0, 65536).filter(port -> port % 2 == parity).toArray());
        Map<TransportProtocol, PortSet> assigned = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            PortSet ports = PortRegistry.bundled().ports(AssignmentStatus.ASSIGNED, transport);
            assigned.put(transport, ports.intersection(everySecond));
        }
        Policy policy = new Policy(PortRegistry.bundled(), PortsByTransport.of(assigned));
        Files.writeString(folder.resolve("labels.nft"), NftablesWriter.write(policy));
        Files.writeString(folder.resolve("labels.iptables"), IptablesWriter.write(policy));

        assertThat(run("nft -c -f labels.nft")).returns(0, Answer::exitCode);
        assertThat(run("iptables-restore --test labels.iptables")).returns(0, Answer::exitCode);
    }

    @ParameterizedTest
    @FieldSource("LOADERS")
    void neighbourReachesWhatIsAllowedAndNothingElse(String load) throws Exception {
        assumeTwoHosts();
        if (load.startsWith("nft")) {
            assumeNft();
        } else {
            assumeRestores(load.substring(0, load.indexOf(' ')));
        }

        assertThat(run(load + " && " + neighbourTries("22 6063 6064 49500")).output())
                .endsWith("""
                        22 connects
                        6063 connects
                        6064 connects from the host itself only
                        49500 connects
                        """);
    }

    /** It is the rules that keep the neighbour out. */
    @Test
    void neighbourReachesEverythingWhereNoRulesAreLoaded() throws Exception {
        assumeTwoHosts();

        assertThat(run(neighbourTries("22 23")).output()).endsWith("22 connects\n23 connects\n");
    }

    @ParameterizedTest
    @CsvSource({"billing/tcp, 49500/tcp", "https/tcp, 443/tcp", "www/tcp, 80/tcp", "domain/udp, 53/udp", "whois/tcp, ''"
    })
    void glibcFindsServicesOfTheWrittenFileAlone(String service, String port) throws Exception {
        assumeServicesFile();

        String found = run("mount --bind services /etc/services && getent services " + service)
                .output();
        assertThat(found.split("\\s+")).contains(port);
    }

    private static String neighbourTries(String ports) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "'%s' -cp '%s' '%s' '%s' %s"
                .formatted(java, CLASSES, Listener.class.getName(), CLASSES.resolve("neighbour.sh"), ports);
    }

    private static void assumeNft() throws Exception {
        assumeWorks("nft", "nft -c 'add table inet firewall'");
    }

    private static void assumeRestores(String restore) throws Exception {
        Files.writeString(folder.resolve("empty"), "*filter\nCOMMIT\n");
        assumeWorks(restore, restore + " --test empty");
    }

    private static void assumeTwoHosts() throws Exception {
        assumeWorks("ip", "ip link add one type veth peer name two && nsenter --version && bash --version");
    }

    private static void assumeServicesFile() throws Exception {
        assumeWorks("getent", "mount --bind services /etc/services && getent --version");
    }

    /** What a program says to something harmless tells whether it can be asked here at all. */
    private static void assumeWorks(String program, String harmless) throws Exception {
        Answer answer = run(harmless);
        assumeTrue(answer.exitCode() == 0, () -> "skipped: " + program + " cannot be asked here: " + answer.output());
    }

    /** Runs a shell command in a network and a mount namespace of its own. */
    private static Answer run(String command) throws IOException, InterruptedException {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
        ProcessBuilder builder = new ProcessBuilder("unshare", "--net", "--mount", "sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Answer(127, String.valueOf(e.getMessage()));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private record Answer(int exitCode, String output) {}

    /** Listens on ports while a bash script runs, which gets them and the number of this process as {@code HOST}. */
    static final class Listener {

        public static void main(String[] args) throws Exception {
            List<ServerSocket> sockets = new ArrayList<>();
            for (String port : List.of(args).subList(1, args.length)) {
                sockets.add(new ServerSocket(Integer.parseInt(port))); // the kernel itself answers who connects
            }
            ProcessBuilder script = new ProcessBuilder("bash").inheritIO();
            script.command().addAll(List.of(args));
            script.environment()
                    .put("HOST", Long.toString(ProcessHandle.current().pid()));
            int exitCode = script.start().waitFor();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            System.exit(exitCode);
        }
    }
}
