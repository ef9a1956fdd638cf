package example.flowlogs;

import static example.flowlogs.FlowRecord.ABSENT;
import static example.flowlogs.FlowRecord.Status.NODATA;
import static example.flowlogs.FlowRecord.Status.OK;
import static example.flowlogs.FlowRecord.Status.SKIPDATA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRecordTest {

    @Test
    void readsAFlow() {
        assertThat(FlowRecord.parse("2 123456789012 eni-0a1 172.31.16.139 172.31.16.21 20641 22 6 20 4249"
                        + " 1418530010 1418530070 ACCEPT OK"))
                .contains(new FlowRecord(OK, 6, 20641, 22, 20, 4249));
    }

    @Test
    void readsAFlowOfVersion6Addresses() {
        assertThat(FlowRecord.parse("2 123456789012 eni-0a1 2001:db8::1 2001:db8::2 34892 22 6 54 8855"
                        + " 1477913708 1477913820 ACCEPT OK"))
                .contains(new FlowRecord(OK, 6, 34892, 22, 54, 8855));
    }

    @Test
    void readsRecordsWithoutAFlow() {
        assertThat(FlowRecord.parse("2 123456789012 eni-0a1 - - - - - - - 1431280876 1431280934 - NODATA"))
                .contains(new FlowRecord(NODATA, ABSENT, ABSENT, ABSENT, 0, 0));
        assertThat(FlowRecord.parse("2 123456789012 eni-0a1 - - - - - - - 1431280876 1431280934 - SKIPDATA"))
                .contains(new FlowRecord(SKIPDATA, ABSENT, ABSENT, ABSENT, 0, 0));
    }

    @Test
    void readsAFlowWithMissingFields() {
        assertThat(FlowRecord.parse("2 - - - - - 53 17 - 60 - - - OK"))
                .contains(new FlowRecord(OK, 17, ABSENT, 53, 0, 60));
    }

    @Test
    void takesTheBoundsOfEveryNumber() {
        assertThat(FlowRecord.parse("2 - - - - 0 65535 255 999999999999999 0 - - - OK"))
                .contains(new FlowRecord(OK, 255, 0, 65535, 999_999_999_999_999L, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "2",
                "2 ",
                "2 - - - - 1 2 6 1 40 - - - OK ",
                " 2 - - - - 1 2 6 1 40 - - - OK",
                "2  - - - 1 2 6 1 40 - - - OK",
                "2 - - - - 1 2 6 1 40 - - OK",
                "2 - - - - 1 2 6 1 40 - - - - OK",
                "2\t-\t-\t-\t-\t1\t2\t6\t1\t40\t-\t-\t-\tOK",
                "3 - - - - 1 2 6 1 40 - - - OK",
                "22 - - - - 1 2 6 1 40 - - - OK",
                "- - - - - 1 2 6 1 40 - - - OK",
                "2 - - - - 65536 2 6 1 40 - - - OK",
                "2 - - - - 1 65536 6 1 40 - - - OK",
                "2 - - - - 1 2 256 1 40 - - - OK",
                "2 - - - - -1 2 6 1 40 - - - OK",
                "2 - - - - +1 2 6 1 40 - - - OK",
                "2 - - - - 0x1 2 6 1 40 - - - OK",
                "2 - - - - \u0661 2 6 1 40 - - - OK",
                "2 - - - - 1 2 tcp 1 40 - - - OK",
                "2 - - - - 1 2 6 1.5 40 - - - OK",
                "2 - - - - 1 2 6 1 1000000000000000 - - - OK",
                "2 - - - - 1 2 6 99999999999999999999 40 - - - OK",
                "2 - - - - 1 2 6 1  40 - - - OK",
                "2 - - - - 1 2 6 1 40 - - - ok",
                "2 - - - - 1 2 6 1 40 - - - NOTOK",
                "2 - - - - 1 2 6 1 40 - - - ",
                "version account-id interface-id srcaddr dstaddr dstport srcport protocol packets bytes start end action log-status"
            })
    void refusesMalformedLines(String line) {
        assertThat(FlowRecord.parse(line)).isEmpty();
    }
}
