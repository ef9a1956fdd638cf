package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static io.github.portregistry.BruteForce.combined;
import static io.github.portregistry.IanaColumn.ASSIGNEE;
import static io.github.portregistry.IanaColumn.ASSIGNMENT_NOTES;
import static io.github.portregistry.IanaColumn.DESCRIPTION;
import static io.github.portregistry.IanaColumn.REFERENCE;
import static io.github.portregistry.IanaColumn.SERVICE_NAME;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rows.names;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryDiffTest {

    private static final String HEADER =
            "Service Name,Port Number,Transport Protocol,Description,Assignee,Reference,Assignment Notes\n";

    @Nested
    class Assignments {

        @Test
        void areEqualInAnyOrder() {
            assertThat(diff("http,80,tcp,Web,,,\nssh,22,tcp,Shell,,,\n", "ssh,22,tcp,Shell,,,\nhttp,80,tcp,Web,,,\n")
                            .isEmpty())
                    .isTrue();
        }

        @Test
        void areAddedAndRemovedInFileOrder() {
            RegistryDiff diff = diff(
                    "c,3,tcp,C,,,\nkept,9,tcp,K,,,\na,1,tcp,A,,,\nb,2,tcp,B,,,\n",
                    "z,6,udp,Z,,,\nx,4,udp,X,,,\nkept,9,tcp,K,,,\ny,5,udp,Y,,,\n");
            assertThat(names(diff.removed())).containsExactly("c", "a", "b");
            assertThat(names(diff.added())).containsExactly("z", "x", "y");
            assertThat(diff.changed()).isEmpty();
        }

        @Test
        void areChangedInTheseColumns() {
            RegistryDiff diff = diff("http,80,tcp,Web,[A],[RFC1],\n", "http,80,tcp,World Wide Web,[A],[RFC2],New.\n");
            assertThat(diff.added()).isEmpty();
            assertThat(diff.removed()).isEmpty();
            assertThat(diff.changed()).singleElement().satisfies(change -> {
                assertThat(change.before().description()).isEqualTo("Web");
                assertThat(change.after().description()).isEqualTo("World Wide Web");
                assertThat(change.columns()).containsExactly(DESCRIPTION, REFERENCE, ASSIGNMENT_NOTES);
            });
            assertThat(diff.newlyAssigned().isEmpty()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"http,81,tcp", "http,80-81,tcp", "http,80,udp", "http,80,", "http,,tcp"})
        void areDifferentOnOtherPortsOrTransports(String name, String ports, String transport) {
            RegistryDiff diff = diff(
                    "http,80,tcp,Web,[A],,\n",
                    name + "," + (ports == null ? "" : ports) + "," + (transport == null ? "" : transport)
                            + ",Web,[A],,\n");
            assertThat(diff.removed()).hasSize(1);
            assertThat(diff.added()).hasSize(1);
            assertThat(diff.changed()).isEmpty();
        }

        @Test
        void countRepeatedRows() {
            String row = "http,80,tcp,Web,,,\n";
            assertThat(diff(row + row + row, row).removed()).hasSize(2);
            assertThat(diff(row, row + row).added()).hasSize(1);
            assertThat(diff(row + row, row + row).isEmpty()).isTrue();
        }

        @Test
        void arePairedInOrderIfRepeated() {
            RegistryDiff diff = diff("rdp,,,,,,one\nrdp,,,,,,two\nrdp,,,,,,three\n", "rdp,,,,,,1\nrdp,,,,,,2\n");
            assertThat(diff.changed())
                    .extracting(change -> change.before().assignmentNotes() + " "
                            + change.after().assignmentNotes())
                    .containsExactly("one 1", "two 2");
            assertThat(diff.removed())
                    .extracting(PortAssignment::assignmentNotes)
                    .containsExactly("three");
        }

        @Test
        void includeNamelessRows() {
            RegistryDiff diff = diff(",24,tcp,any private mail system,,,\n", ",24,tcp,any private mail system,[A],,\n");
            assertThat(diff.changed())
                    .singleElement()
                    .satisfies(change -> assertThat(change.columns()).containsExactly(ASSIGNEE));
        }

        @Test
        void areChangedInOrderOfTheEarlierEdition() {
            RegistryDiff diff = diff(
                    "c,3,tcp,C,,,\nold,2,tcp,Same,,,\nb,1,tcp,B,,,\n",
                    "b,1,tcp,BB,,,\nnew,2,tcp,Same,,,\nc,3,tcp,CC,,,\n");
            assertThat(diff.changed())
                    .extracting(change -> change.before().serviceName())
                    .containsExactly("c", "old", "b");
            assertThat(diff.renamed()).containsExactly(diff.changed().get(1));
        }

        @Test
        void excludeReservedAndUnassignedRows() {
            assertThat(diff(
                                    ",1,tcp,Unassigned,,,\n,2,tcp,Reserved,,,\n",
                                    ",2,tcp,Reserved,[A],,\n,1,tcp,unassigned,,,\n")
                            .isEmpty())
                    .isTrue();
        }
    }

    @Nested
    class Renames {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "old,80,tcp,Same,[A],,  | new,80,tcp,Same,[B],,",
                    "old,80,tcp,Old,[A],,   | new,80,tcp,New,[A],,",
                    "old,80-89,,Same,[A],,  | new,80-89,,Same,[B],,",
                    "old,80,tcp,Same,,,     | OLD,80,tcp,Same,,,",
                    ",80,tcp,mail,[A],,      | mail,80,tcp,mail,[B],,"
                })
        void needSamePortsAndDescriptionOrAssignee(String before, String after) {
            RegistryDiff diff = diff(before + "\n", after + "\n");
            assertThat(diff.added()).isEmpty();
            assertThat(diff.removed()).isEmpty();
            assertThat(diff.renamed()).hasSize(1).isEqualTo(diff.changed());
            assertThat(diff.renamed().get(0).columns()).contains(SERVICE_NAME);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "old,80,tcp,Old,[A],,   | new,80,tcp,New,[B],,",
                    "old,80,tcp,Same,[A],,  | new,80,udp,Same,[A],,",
                    "old,80,tcp,Same,[A],,  | new,81,tcp,Same,[A],,",
                    "old,80,tcp,Same,[A],,  | new,80,,Same,[A],,",
                    "old,80,tcp,Old,,,      | new,80,tcp,New,,,",
                    "old,80,tcp,,[A],,      | new,80,tcp,,[B],,",
                    "old,,,Same,[A],,       | new,,,Same,[A],,",
                    "old,,tcp,Same,[A],,    | new,,tcp,Same,[A],,"
                })
        void areNotGuessed(String before, String after) {
            RegistryDiff diff = diff(before + "\n", after + "\n");
            assertThat(names(diff.removed())).containsExactly("old");
            assertThat(names(diff.added())).containsExactly("new");
            assertThat(diff.changed()).isEmpty();
        }

        @Test
        void matchNameThenDescriptionThenAssignee() {
            RegistryDiff diff = diff(
                    "kept,80,tcp,K,[A],,\nold,80,tcp,D,[A],,\nolder,80,tcp,E,[A],,\n",
                    "byassignee,80,tcp,F,[A],,\nbydescription,80,tcp,D,[B],,\nkept,80,tcp,D,[A],,\n");
            assertThat(diff.changed())
                    .extracting(change ->
                            change.before().serviceName() + " " + change.after().serviceName())
                    .containsExactly("kept kept", "old bydescription", "older byassignee");
        }

        @Test
        void areFoundInOfficialEditions() {
            RegistryDiff diff = RegistryDiff.between(
                    Editions.registry(Editions.official("2020-12-16")),
                    Editions.registry(Editions.official("2026-02-13")));
            assertThat(diff.renamed())
                    .extracting(RegistryDiffTest::rename)
                    .contains(
                            "Apple Remote Desktop (Net Assistant) is net-assistant on 3283/tcp",
                            "Apple Remote Desktop (Net Assistant) is net-assistant on 3283/udp",
                            "Escale (Newton Dock) is newton-dock on 3679/tcp",
                            "Escale (Newton Dock) is newton-dock on 3679/udp")
                    .hasSize(19);
            assertThat(diff.removed())
                    .extracting(row -> row.serviceName() + " " + row.ports() + "/" + row.transport())
                    .contains("imap 143/UDP", "imaps 993/UDP")
                    .hasSize(31);
            assertThat(diff.added()).hasSize(181);
            assertThat(diff.newlyReserved().ports(UDP).contains(143)).isTrue();
        }
    }

    @Nested
    class Ports {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    // before                        | after                           | assigned | reserved | freed
                    ",1-9,tcp,Unassigned,,,          | a,1-9,tcp,A,,,                  | tcp 1-9 | '' | ''",
                    "-                               | a,7,,A,,,  | tcp 7; udp 7; sctp 7; dccp 7 | '' | ''",
                    ",1,tcp,Reserved,,,              | a,1,tcp,A,,,                    | tcp 1   | '' | ''",
                    "a,1,tcp,A,,,                    | ,1,tcp,Reserved,,,              | '' | tcp 1 | ''",
                    "a,1,tcp,A,,,                    | ,1,tcp,De-registered,,,         | '' | tcp 1 | ''",
                    "a,1,tcp,A,,,                    | ,1,tcp,Unassigned,,,            | '' | '' | tcp 1",
                    "a,1,tcp,A,,,                    | -                               | '' | '' | tcp 1",
                    ",1,udp,Reserved,,,              | -                               | '' | '' | udp 1",
                    ",1,udp,Unassigned,,,            | -                               | '' | '' | ''",
                    ",1-9,tcp,Unassigned,,,          | ,1-4,tcp,Unassigned,,,;,5-9,,Unassigned,,, | '' | '' | ''",
                    "a,1,tcp,A,,,;b,1,tcp,B,,,       | b,1,tcp,B,,,                    | '' | '' | ''",
                    "a,1,tcp,A,,,;,1-2,tcp,Reserved,,, | ,1-2,tcp,Reserved,,,          | '' | tcp 1 | ''"
                })
        void moveBetweenStates(String before, String after, String assigned, String reserved, String freed) {
            RegistryDiff diff = diff(text(before), text(after));
            assertThat(diff.newlyAssigned()).hasToString(assigned);
            assertThat(diff.newlyReserved()).hasToString(reserved);
            assertThat(diff.freed()).hasToString(freed);
        }

        private static String text(String rows) {
            return "portless,,,Keeps the file from being empty,,,\n"
                    + (rows == null ? "" : rows.replace(";", "\n") + "\n");
        }
    }

    /** What holds whichever two editions are compared. */
    @Nested
    class AnyTwo {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.RegistryDiffTest#pairs")
        void addUpToTheLaterRows(Pair pair) {
            RegistryDiff diff = pair.diff();
            Map<PortAssignment, Integer> rows = counted(assigned(pair.before()));
            diff.removed().forEach(row -> rows.merge(row, -1, Integer::sum));
            diff.added().forEach(row -> rows.merge(row, 1, Integer::sum));
            for (AssignmentChange change : diff.changed()) {
                rows.merge(change.before(), -1, Integer::sum);
                rows.merge(change.after(), 1, Integer::sum);
            }
            assertThat(rows.values()).isNotEmpty().allMatch(count -> count >= 0);
            rows.values().removeIf(count -> count == 0);
            assertThat(rows).isEqualTo(counted(assigned(pair.after())));
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.RegistryDiffTest#pairs")
        void haveNoEmptyChanges(Pair pair) {
            RegistryDiff diff = pair.diff();
            Set<List<String>> removed =
                    diff.removed().stream().map(RegistryDiffTest::key).collect(Collectors.toSet());
            assertThat(removed).isNotEmpty();
            assertThat(diff.added()).isNotEmpty().noneMatch(row -> removed.contains(key(row)));
            assertThat(diff.changed()).isNotEmpty().allSatisfy(change -> {
                assertThat(change.columns()).isNotEmpty();
                assertThat(key(change.before()).equals(key(change.after())))
                        .isNotEqualTo(diff.renamed().contains(change));
                assertThat(change.before().ports()).isEqualTo(change.after().ports());
                assertThat(change.before().transport()).isEqualTo(change.after().transport());
            });
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.RegistryDiffTest#pairs")
        void agreeWithBruteForce(Pair pair) {
            RegistryDiff diff = pair.diff();
            for (TransportProtocol transport : TransportProtocol.values()) {
                BitSet assigned = scan(pair.before(), transport, ASSIGNED);
                BitSet reserved = scan(pair.before(), transport, RESERVED);
                BitSet assignedNow = scan(pair.after(), transport, ASSIGNED);
                BitSet reservedNow = scan(pair.after(), transport, RESERVED);
                BitSet used = combined(assigned, reserved, BitSet::or);
                BitSet usedNow = combined(assignedNow, reservedNow, BitSet::or);
                assertThat(diff.newlyAssigned().ports(transport)).isEqualTo(without(assignedNow, assigned));
                assertThat(diff.newlyReserved().ports(transport)).isEqualTo(without(reservedNow, reserved));
                assertThat(diff.freed().ports(transport)).isEqualTo(without(used, usedNow));
            }
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.RegistryDiffTest#pairs")
        void agreeWithBruteForceOnAffectedPorts(Pair pair) {
            RegistryDiff diff = pair.diff();
            Random random = new Random(4);
            for (int i = 0; i < 5; i++) {
                PortsByTransport ports = randomPorts(random);
                Predicate<PortAssignment> touches = row -> touches(row, ports);
                assertThat(diff.affecting(ports)).isEqualTo(part(diff, touches, ports));
            }
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.RegistryDiffTest#pairs")
        void agreeWithBruteForceOnAffectedNames(Pair pair) {
            RegistryDiff diff = pair.diff();
            List<PortAssignment> sides = sides(diff);
            assertThat(sides).isNotEmpty();
            Random random = new Random(4);
            for (int i = 0; i < 5; i++) {
                Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                names.add("nosuchservice");
                for (int n = 0; n < 5; n++) {
                    names.add(sides.get(random.nextInt(sides.size())).serviceName());
                }
                Predicate<PortAssignment> isNamed = row -> names.contains(row.serviceName());
                PortsByTransport ports = portsOf(sides(part(diff, isNamed, PortsByTransport.empty())));
                Collection<String> upperCase = names.stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList();
                assertThat(diff.affecting(upperCase)).isEqualTo(part(diff, isNamed, ports));
            }
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.RegistryDiffTest#pairs")
        void affectAllPortsWithAllThatHaveOne(Pair pair) {
            RegistryDiff diff = pair.diff();
            PortsByTransport all = allPorts();
            assertThat(diff.affecting(all)).isEqualTo(part(diff, row -> row.ports() != null, all));
            assertThat(diff.affecting(PortsByTransport.empty()).isEmpty()).isTrue();
            assertThat(diff.affecting(List.of()).isEmpty()).isTrue();
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.Editions#all")
        void areEqualToThemselves(Path edition) {
            RegistryDiff diff = RegistryDiff.between(Editions.registry(edition), Editions.registry(edition));
            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff)
                    .isEqualTo(new RegistryDiff(
                            List.of(),
                            List.of(),
                            List.of(),
                            PortsByTransport.empty(),
                            PortsByTransport.empty(),
                            PortsByTransport.empty()));
        }
    }

    @Nested
    class Affecting {

        private final RegistryDiff diff = diff(
                "imap,143,tcp,Mail,,,\nimap,143,udp,Mail,,,\nold,80,tcp,Web,,,\nflex-lm,27000-27009,,Licences,,,\n"
                        + "smb,,,Files,,,\n",
                "imap,143,tcp,Mail,,,\n,143,udp,Reserved,,,\nnew,80,tcp,Web,,,\nflex-lm,27000-27009,,Licenses,,,\n"
                        + "smb,,,Shares,,,\nburst,90,tcp,Burst,,,\n");

        @Test
        void findsChangesOfARule() {
            RegistryDiff touched = diff.affecting(PortsByTransport.of(Map.of(UDP, PortSet.parse("100-200"))));
            assertThat(names(touched.removed())).containsExactly("imap");
            assertThat(touched.newlyReserved()).hasToString("udp 143");
            assertThat(touched.added()).isEmpty();
            assertThat(touched.changed()).isEmpty();
        }

        @Test
        void appliesRowsWithoutTransportToEveryTransport() {
            RegistryDiff touched = diff.affecting(PortsByTransport.of(
                    Map.of(TransportProtocol.SCTP, PortSet.of(27009), TransportProtocol.DCCP, PortSet.of(26999))));
            assertThat(touched.changed())
                    .extracting(change -> change.before().serviceName())
                    .containsExactly("flex-lm");
        }

        @ParameterizedTest
        @CsvSource({"old", "NEW"})
        void findsRenamedServiceByEitherName(String name) {
            RegistryDiff touched = diff.affecting(List.of(name));
            assertThat(touched.renamed()).hasSize(1).isEqualTo(touched.changed());
            assertThat(touched.removed()).isEmpty();
        }

        @Test
        void findsServicesWithoutPort() {
            assertThat(diff.affecting(List.of("smb")).changed()).hasSize(1);
        }

        @Test
        void restrictsPortSetsToNamedRows() {
            assertThat(diff.newlyAssigned()).hasToString("tcp 90");
            assertThat(diff.affecting(List.of("burst")).newlyAssigned()).hasToString("tcp 90");
            assertThat(diff.affecting(List.of("imap")).newlyAssigned().isEmpty())
                    .isTrue();
            assertThat(diff.affecting(List.of("imap")).newlyReserved()).hasToString("udp 143");
        }

        @Test
        void rejectsNullNames() {
            assertRejectsNull("serviceName", () -> diff.affecting(Arrays.asList("imap", null)));
        }

        /** Every row against every name would be some 10^10 comparisons. */
        @Test
        @Timeout(60)
        void handlesManyNames() {
            PortRegistry after = registry(IntStream.range(0, 20_000)
                    .mapToObj(i -> "Service-" + i + "," + i + ",tcp,S,,,\n")
                    .collect(Collectors.joining()));
            RegistryDiff diff = RegistryDiff.between(registry("portless,,,P,,,\n"), after);
            List<String> names = IntStream.range(10_000, 210_000)
                    .mapToObj(i -> "SERVICE-" + i)
                    .toList();
            RegistryDiff touched = diff.affecting(names);
            assertThat(touched.added()).isEqualTo(after.assignments().subList(10_000, 20_000));
            assertThat(touched.newlyAssigned()).hasToString("tcp 10000-19999");
        }

        @Test
        void followsItsJavadoc() {
            PortRegistry yesterday = registry("imap,143,tcp,Mail,,,\nimap,143,udp,Mail,,,\n");
            PortRegistry today = registry("imap,143,tcp,Mail,,,\n");
            RegistryDiff diff = RegistryDiff.between(yesterday, today);
            assertThat(diff.renamed()).isEmpty();
            assertThat(diff.affecting(yesterday.resolve("imap/udp")).removed())
                    .containsExactly(yesterday.assignments().get(1));
            assertThat(diff.affecting(yesterday.resolve("imap/tcp")).isEmpty()).isTrue();
        }
    }

    @Test
    void printsCounts() {
        RegistryDiff diff = diff(
                "a,1,tcp,A,[X],,\nold,2,udp,Same,,,\ngone,3,tcp,Gone,,,\n",
                "a,1,tcp,\"A \"\"B\"\"\",,,\nnew,2,udp,Same,,,\nfirst,4,sctp,First,,,\n,5,tcp,Reserved,,,\n");
        assertThat(diff)
                .hasToString("1 added, 1 removed, 2 changed (1 renamed), newly assigned: sctp 4,"
                        + " newly reserved: tcp 5, freed: tcp 3");
        assertThat(diff.changed().get(0))
                .hasToString("a 1/tcp: Description \"A\" to \"A \\\"B\\\"\", Assignee \"[X]\" to \"\"");
        assertThat(diff("a,1,tcp,A,,,\n", "a,1,tcp,A,,,\n")).hasToString("0 added, 0 removed, 0 changed (0 renamed)");
    }

    @Test
    void isUnmodifiable() {
        RegistryDiff diff = diff("a,1,tcp,A,,,\n", "a,1,tcp,B,,,\n");
        assertThat(List.of(diff.added(), diff.removed(), diff.changed(), diff.renamed()))
                .allSatisfy(list -> assertThat(list).isUnmodifiable());
        assertThat(diff.changed().get(0).columns()).isUnmodifiable();
    }

    @Test
    void rejectsNullByName() {
        PortRegistry registry = registry("a,1,tcp,A,,,\n");
        RegistryDiff diff = RegistryDiff.between(registry, registry);
        PortAssignment row = registry.assignments().get(0);
        assertRejectsNull("before", () -> RegistryDiff.between(null, registry));
        assertRejectsNull("after", () -> RegistryDiff.between(registry, null));
        assertRejectsNull("ports", () -> diff.affecting((PortsByTransport) null));
        assertRejectsNull("serviceNames", () -> diff.affecting((Collection<String>) null));
        assertRejectsNull("before", () -> new AssignmentChange(null, row));
        assertRejectsNull("after", () -> new AssignmentChange(row, null));
    }

    /** Two editions and what differs. */
    record Pair(String name, PortRegistry before, PortRegistry after, RegistryDiff diff) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Pair> pairs;

    /** Every ordered pair of editions that differ, and the bundled one with what chance makes of it. */
    static List<Pair> pairs() {
        if (pairs == null) {
            pairs = new ArrayList<>();
            for (Path before : Editions.all()) {
                for (Path after : Editions.all()) {
                    if (!Editions.registry(before).equals(Editions.registry(after))) {
                        addPair(
                                before.getFileName() + " to " + after.getFileName(),
                                Editions.registry(before),
                                Editions.registry(after));
                    }
                }
            }
            PortRegistry bundled = PortRegistry.bundled();
            for (long seed = 1; seed <= 3; seed++) {
                PortRegistry changed = changedByChance(bundled, new Random(seed));
                addPair("bundled to change " + seed, bundled, changed);
                addPair("change " + seed + " to bundled", changed, bundled);
            }
        }
        return pairs;
    }

    private static void addPair(String name, PortRegistry before, PortRegistry after) {
        pairs.add(new Pair(name, before, after, RegistryDiff.between(before, after)));
    }

    private static PortRegistry changedByChance(PortRegistry registry, Random random) {
        List<PortAssignment> rows = new ArrayList<>();
        for (PortAssignment row : registry.assignments()) {
            switch (random.nextInt(60)) {
                case 0 -> {} // removed
                case 1 -> rows.addAll(List.of(row, row));
                case 2 -> rows.add(0, row);
                case 3 -> rows.add(PortAssignment.of("new-name", row.ports(), row.transport(), row.description()));
                case 4 -> rows.add(PortAssignment.of(row.serviceName(), row.ports(), row.transport(), "Reserved"));
                case 5 -> rows.add(PortAssignment.of("x", PortInterval.of(random.nextInt(65536)), null, "New"));
                default -> rows.add(row);
            }
        }
        return PortRegistry.of(rows);
    }

    private static RegistryDiff diff(String before, String after) {
        return RegistryDiff.between(registry(before), registry(after));
    }

    private static PortRegistry registry(String rows) {
        try {
            return PortRegistry.parse(new StringReader(HEADER + rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rename(AssignmentChange change) {
        TransportProtocol transport = change.after().transport();
        return change.before().serviceName() + " is " + change.after().serviceName() + " on "
                + change.after().ports() + "/" + (transport == null ? "" : transport.keyword());
    }

    private static List<String> key(PortAssignment row) {
        return List.of(row.serviceName(), String.valueOf(row.ports()), String.valueOf(row.transport()));
    }

    private static List<PortAssignment> assigned(PortRegistry registry) {
        return registry.assignments().stream()
                .filter(row -> row.status() == ASSIGNED)
                .toList();
    }

    private static Map<PortAssignment, Integer> counted(List<PortAssignment> rows) {
        Map<PortAssignment, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }

    private static List<PortAssignment> sides(RegistryDiff diff) {
        List<PortAssignment> sides = new ArrayList<>(diff.added());
        sides.addAll(diff.removed());
        diff.changed().forEach(change -> sides.addAll(List.of(change.before(), change.after())));
        return sides;
    }

    private static RegistryDiff part(RegistryDiff diff, Predicate<PortAssignment> condition, PortsByTransport ports) {
        return new RegistryDiff(
                diff.added().stream().filter(condition).toList(),
                diff.removed().stream().filter(condition).toList(),
                diff.changed().stream()
                        .filter(change ->
                                Stream.of(change.before(), change.after()).anyMatch(condition))
                        .toList(),
                common(diff.newlyAssigned(), ports),
                common(diff.newlyReserved(), ports),
                common(diff.freed(), ports));
    }

    private static boolean touches(PortAssignment row, PortsByTransport ports) {
        PortInterval own = row.ports();
        if (own == null) {
            return false;
        }
        for (TransportProtocol transport : TransportProtocol.values()) {
            if (row.transport() == null || row.transport() == transport) {
                for (int port = own.first(); port <= own.last(); port++) {
                    if (ports.ports(transport).contains(port)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static PortsByTransport portsOf(List<PortAssignment> rows) {
        Map<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (PortAssignment row : rows) {
            for (TransportProtocol transport : TransportProtocol.values()) {
                if (row.ports() != null && (row.transport() == null || row.transport() == transport)) {
                    sets.merge(transport, PortSet.of(row.ports()), PortSet::union);
                }
            }
        }
        return PortsByTransport.of(sets);
    }

    private static PortsByTransport allPorts() {
        Map<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            sets.put(transport, PortSet.all());
        }
        return PortsByTransport.of(sets);
    }

    private static PortsByTransport randomPorts(Random random) {
        Map<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            int first = random.nextInt(49152);
            sets.put(transport, PortSet.of(PortInterval.of(first, first + random.nextInt(3000))));
        }
        return PortsByTransport.of(sets);
    }

    private static PortsByTransport common(PortsByTransport a, PortsByTransport b) {
        Map<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            sets.put(transport, a.ports(transport).intersection(b.ports(transport)));
        }
        return PortsByTransport.of(sets);
    }

    private static BitSet scan(PortRegistry registry, TransportProtocol transport, AssignmentStatus status) {
        BitSet ports = new BitSet();
        for (int port = 0; port <= 65535; port++) {
            ports.set(port, registry.status(port, transport) == status);
        }
        return ports;
    }

    private static PortSet without(BitSet a, BitSet b) {
        return BruteForce.ports(combined(a, b, BitSet::andNot));
    }
}
