package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"http", "HTTP-ALT", "a", "9pfs", "802-11-iapp", "abcdefghijklmno", "a-09-z", "AZ"})
    void areValid(String name) {
        assertThat(ServiceNames.fault(name)).isEmpty();
        assertThat(ServiceNames.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''               | it does not consist of 1 to 15 letters, digits and hyphens
            abcdefghijklmnop | it does not consist of 1 to 15 letters, digits and hyphens
            whois++          | it does not consist of 1 to 15 letters, digits and hyphens
            a/b              | it does not consist of 1 to 15 letters, digits and hyphens
            a:b              | it does not consist of 1 to 15 letters, digits and hyphens
            a@b              | it does not consist of 1 to 15 letters, digits and hyphens
            a[b              | it does not consist of 1 to 15 letters, digits and hyphens
            a`b              | it does not consist of 1 to 15 letters, digits and hyphens
            a{b              | it does not consist of 1 to 15 letters, digits and hyphens
            a_b              | it does not consist of 1 to 15 letters, digits and hyphens
            größe            | it does not consist of 1 to 15 letters, digits and hyphens
            443              | it has no letter
            80-90            | it has no letter
            -a               | it begins or ends with a hyphen, or has two in a row
            a-               | it begins or ends with a hyphen, or has two in a row
            a--b             | it begins or ends with a hyphen, or has two in a row
            """)
    void areInvalid(String name, String fault) {
        assertThat(ServiceNames.fault(name)).contains(fault);
        assertThat(ServiceNames.isValid(name)).isFalse();
    }

    /** Says the rule of section 5.1 once more, as one expression. */
    @ParameterizedTest
    @MethodSource("io.github.portregistry.ScannedEdition#all")
    void agreeWithARegularExpression(ScannedEdition edition) {
        for (PortAssignment row : edition.registry().assignments()) {
            String name = row.serviceName();
            boolean isValid = name.matches("(?=.{1,15}$)(?=.*[A-Za-z])[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
            assertThat(ServiceNames.isValid(name)).as(name).isEqualTo(isValid);
        }
    }

    @Test
    void rejectNull() {
        assertRejectsNull("serviceName", () -> ServiceNames.fault(null));
        assertRejectsNull("serviceName", () -> ServiceNames.isValid(null));
    }
}
