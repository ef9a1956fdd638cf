package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IanaColumnTest {

    static final String HEADER =
            "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,"
                    + "Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes";

    @Test
    void hasHeadersOfTheFile() {
        assertThat(Arrays.stream(IanaColumn.values()).map(IanaColumn::header).collect(Collectors.joining(",")))
                .isEqualTo(HEADER);
    }

    @Test
    void returnsFieldsAsInTheFile() throws IOException {
        String full = "a,4200-4299,dccp,D,[A],[C],2007-06,2011-10-12,[RFC1],1885957735,used,notes";
        String bare = "a,,,,,,,,,,,";
        PortRegistry registry = PortRegistry.parse(new StringReader(HEADER + "\n" + full + "\n" + bare + "\n"));
        assertThat(registry.assignments())
                .extracting(row -> Arrays.stream(IanaColumn.values())
                        .map(column -> column.text(row))
                        .collect(Collectors.joining(",")))
                .containsExactly(full, bare);
    }

    @Test
    void rejectsNull() {
        assertRejectsNull("assignment", () -> IanaColumn.CONTACT.text(null));
    }
}
