package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRecordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 1 eni-1 10.0.0.1 10.0.0.2 20641 22 6 20 4249 1 2 ACCEPT OK       | 6   | 20641 | 22    | 20              | 4249
            2 1 eni-1 2001:db8::1 2001:db8::2 34892 22 6 54 8855 1 2 REJECT OK | 6   | 34892 | 22    | 54              | 8855
            2 1 eni-1 - - - - - - - 1 2 - NODATA                               | -1  | -1    | -1    | 0               | 0
            2 1 eni-1 - - - - - - - 1 2 - SKIPDATA                             | -1  | -1    | -1    | 0               | 0
            2 - - - - - 53 17 - 60 - - - OK                                    | 17  | -1    | 53    | 0               | 60
            2 - - - - 0 65535 255 999999999999999 0 - - - OK                   | 255 | 0     | 65535 | 999999999999999 | 0
            """)
    void readsRecords(String line, int protocol, int source, int destination, long packets, long bytes) {
        assertThat(FlowRecord.parse(line)).contains(new FlowRecord(protocol, source, destination, packets, bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2 - - - - 1 2 6 1 40 - - - OK ",
                " 2 - - - - 1 2 6 1 40 - - - OK",
                "2  - - - 1 2 6 1 40 - - - OK",
                "2 - - - - 1 2 6 1 40 - - OK",
                "2 - - - - 1 2 6 1 40 - - - - OK",
                "3 - - - - 1 2 6 1 40 - - - OK",
                "2 - - - - 65536 2 6 1 40 - - - OK",
                "2 - - - - 1 2 256 1 40 - - - OK",
                "2 - - - - +1 2 6 1 40 - - - OK",
                "2 - - - - \u0661 2 6 1 40 - - - OK",
                "2 - - - - 1 2 tcp 1 40 - - - OK",
                "2 - - - - 1 2 6 1 1000000000000000 - - - OK",
                "2 - - - - 1 2 6 99999999999999999999 40 - - - OK",
                "2 - - - - 1 2 6 1 40 - - - ok",
                "2 - - - - 1 2 6 1 40 - - - "
            })
    void refusesMalformedLines(String line) {
        assertThat(FlowRecord.parse(line)).isEmpty();
    }
}
