package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in which an edition travels in the jar. {@link EditionTest} holds the bundled one equal to its file. */
class SnapshotTest {

    private static final List<PortAssignment> ROWS = List.of(
            new PortAssignment(
                    "sample",
                    PortInterval.of(6000, 6063),
                    TCP,
                    "Überwachung, \"zitiert\"\nund 日本",
                    "[A]",
                    "[B]",
                    RegistryDate.parse("2007-06"),
                    RegistryDate.parse("2011-10-12"),
                    "[RFC1]",
                    4_294_967_295L,
                    "seen",
                    "a note"),
            PortAssignment.of("sample", null, null, ""),
            PortAssignment.of("", PortInterval.of(6063), null, "Reserved"),
            PortAssignment.of("last", PortInterval.of(65535), TCP, ""));

    private static final Edition EDITION = new Edition(
            4,
            RegistryDate.parse("2011-10-12"),
            RegistryDate.parse("2026-09"),
            RegistryDate.parse("2015-07"),
            "0f".repeat(32),
            null);

    private static byte[] bytes() throws IOException {
        return Snapshot.write(ROWS, EDITION);
    }

    private static PortRegistry registry(byte[] bytes) throws IOException {
        Snapshot snapshot = Snapshot.read(SnapshotBytes.open(bytes));
        byte[] names = Snapshot.writeNames(ROWS, EDITION.sha256());
        return new PortRegistry(snapshot, new RegistryRows.Names() {
            @Override
            RowsByName index() {
                return new RowsByName(snapshot.rows(), SnapshotBytes.open(names).content());
            }
        });
    }

    @Test
    void keepsEveryColumnAndTheEdition() throws IOException {
        PortRegistry registry = registry(bytes());
        assertThat(registry.assignments()).isEqualTo(ROWS);
        assertThat(registry.edition()).isEqualTo(EDITION);
    }

    @Test
    void includesTheIndex() throws IOException {
        BruteForce.assertAnswersAlike(registry(bytes()), PortRegistry.of(ROWS));
    }

    @Test
    void answersSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 50; i++) {
                PortRegistry registry = registry(bytes());
                Callable<List<PortAssignment>> ask = () -> {
                    List<PortAssignment> found = new ArrayList<>(registry.findByPort(6063, TCP));
                    found.addAll(registry.findByName("SAMPLE"));
                    found.addAll(registry.assignments());
                    return found;
                };
                for (Future<List<PortAssignment>> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                    assertThat(answer.get()).hasSize(7).containsAll(ROWS);
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\1", "\1a"})
    void rejectsTextWithSeparators(String text) {
        List<PortAssignment> rows = List.of(PortAssignment.of("sample", null, null, text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snapshot.write(rows, EDITION))
                .withMessage("no block can hold this row: sample");
    }

    @Nested
    class Damaged {

        @Test
        void isRejectedIfAnyByteIsWrong() throws IOException {
            byte[] bytes = bytes();
            for (int i = 0; i < bytes.length; i += 97) {
                byte[] damaged = bytes.clone();
                damaged[i] ^= 1;
                assertThatIllegalStateException()
                        .isThrownBy(() -> SnapshotBytes.open(damaged))
                        .withMessage("the edition of the registry in the library's jar is damaged");
            }
        }

        @Test
        void isRejectedIfCutAnywhere() throws IOException {
            byte[] bytes = bytes();
            for (int length : new int[] {0, 7, 8, 9, bytes.length / 2, bytes.length - 1}) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatIllegalStateException()
                        .isThrownBy(() -> SnapshotBytes.open(cut))
                        .withMessage("the edition of the registry in the library's jar is damaged");
            }
        }
    }

    /** Asks the library's classes as another class loader has them, whose resource is this one. */
    private static Throwable failureOfBundledWith(byte @Nullable [] resource) throws Exception {
        try {
            throw new AssertionError("no failure, but " + bundled(redefining(resource)));
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static ClassLoader redefining(byte @Nullable [] resource) {
        return new ClassLoader(SnapshotTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith("io.github.portregistry.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineAgain(name);
            }

            private Class<?> defineAgain(String name) throws ClassNotFoundException {
                try (InputStream in = PortRegistry.class.getResourceAsStream(
                        name.substring("io.github.portregistry.".length()) + ".class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }

            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return resource == null ? null : new ByteArrayInputStream(resource);
            }
        };
    }

    @Test
    void isReportedIfMissing() throws Exception {
        assertThat(failureOfBundledWith(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the library's jar has no resource /io/github/portregistry/bundled-edition.snapshot");
    }

    @Test
    void isRejectedIfDamaged() throws Exception {
        assertThat(failureOfBundledWith(new byte[100]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the edition of the registry in the library's jar is damaged");
    }

    @Test
    void isRejectedIfFromAnotherBuild() throws Exception {
        assertThat(failureOfBundledWith(bytes()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the library's resource bundled-edition.snapshot comes from another jar");
    }

    private static Object bundled(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass(PortRegistry.class.getName())
                .getMethod("bundled")
                .invoke(null);
    }

    /** GraalVM leaves out of a native image whatever no configuration names. */
    @Test
    void isListedForNativeImages() throws IOException {
        String folder = "/META-INF/native-image/io.github.portregistry/port-registry/";
        try (InputStream in = PortRegistry.class.getResourceAsStream(folder + "resource-config.json")) {
            String configuration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String pattern = configuration
                    .replaceAll("(?s).*\"pattern\": \"(.*?)\".*", "$1")
                    .replace("\\\\", "\\");
            for (String resource : List.of(SnapshotLoader.ROWS, SnapshotLoader.NAMES)) {
                assertThat("io/github/portregistry/" + resource).matches(pattern);
                assertThat(PortRegistry.class.getResource(resource)).isNotNull();
            }
        }
    }
}
