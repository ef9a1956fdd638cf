package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the library's public types and their members to a text, so that no change of them goes unseen. */
class PublicApiTest {

    private static final Path EXPECTED = Path.of("src/test/resources/public-api.txt");
    private static final Path FOUND = Path.of("target/public-api.txt");

    @Test
    void matchesTheList() throws IOException, URISyntaxException {
        List<String> found = publicTypes().flatMap(PublicApiTest::lines).toList();
        Files.write(FOUND, found);
        List<String> expected = Files.readAllLines(EXPECTED);
        assertThat(Stream.concat(missing("gone: ", expected, found), missing("new: ", found, expected)))
                .as("changes of the public API; if they are meant: cp %s %s, and CHANGELOG.md", FOUND, EXPECTED)
                .isEmpty();
    }

    /** Each line has its type's name in it, so none is there twice. */
    private static Stream<String> missing(String title, List<String> lines, List<String> others) {
        assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
        return lines.stream().filter(line -> !others.contains(line)).map(title::concat);
    }

    private static Stream<Class<?>> publicTypes() throws IOException, URISyntaxException {
        Path classes = Path.of(PortRegistry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path exported = classes.resolve(PortRegistry.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(exported)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .<Class<?>>map(PublicApiTest::type)
                    .filter(PublicApiTest::isPublic)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(PortRegistry.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(supertype -> supertype != Object.class)
                .map(supertype -> type.getName() + " is a " + supertype.getTypeName());
        Stream<String> members = Stream.of(
                        type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(PublicApiTest::isAccessible)
                .map(member -> member instanceof Field field
                        ? field.toGenericString()
                        : ((Executable) member).toGenericString());
        return Stream.concat(
                Stream.of(withoutPackages(type.toGenericString())),
                Stream.concat(supertypes, members)
                        .map(line -> "    " + withoutPackages(line))
                        .sorted());
    }

    private static boolean isAccessible(Member member) {
        return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0 && !member.isSynthetic();
    }

    private static String withoutPackages(String line) {
        return line.replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "");
    }
}
