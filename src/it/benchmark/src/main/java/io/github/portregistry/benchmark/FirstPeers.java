package io.github.portregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.ianaservicehelper.Helper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import jnr.netdb.JnrTable;
import jnr.netdb.Service;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.pcap4j.packet.namednumber.TcpPort;

/** What 443/tcp is, asked of peers, and what is done before anyone can answer. */
final class FirstPeers {

    private FirstPeers() {}

    static final class Nothing {
        public static void main(String[] args) {
            long start = System.nanoTime();
            FirstAnswer.print(start, System.nanoTime(), "");
        }
    }

    static final class Bytes {
        public static void main(String[] args) throws IOException {
            long start = System.nanoTime();
            byte[] bytes = Files.readAllBytes(Path.of(System.getProperty(MeasuredEdition.PROPERTY)));
            FirstAnswer.print(start, System.nanoTime(), bytes);
        }
    }

    static final class CommonsCsv {
        public static void main(String[] args) throws IOException {
            long start = System.nanoTime();
            long fields = 0;
            try (Reader in = Files.newBufferedReader(Path.of(System.getProperty(MeasuredEdition.PROPERTY)), UTF_8);
                    CSVParser records = CSVFormat.RFC4180.parse(in)) {
                for (CSVRecord csvRecord : records) {
                    fields += csvRecord.size();
                }
            }
            FirstAnswer.print(start, System.nanoTime(), fields);
        }
    }

    static final class Fabric8 {
        public static void main(String[] args) throws IOException {
            long start = System.nanoTime();
            String name = Helper.serviceNames(443, "tcp").iterator().next();
            FirstAnswer.print(start, System.nanoTime(), name);
        }
    }

    /** The system's services file; a system without one gives no answer, in the same time. */
    static final class JnrNative {
        public static void main(String[] args) {
            long start = System.nanoTime();
            Service service = Service.getServiceByPort(443, "tcp");
            FirstAnswer.print(start, System.nanoTime(), service == null ? "" : service.getName());
        }
    }

    static final class JnrOwnTable {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String name = JnrTable.name(443, "tcp");
            FirstAnswer.print(start, System.nanoTime(), name);
        }
    }

    static final class Pcap4j {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String name = TcpPort.getInstance((short) 443).name();
            FirstAnswer.print(start, System.nanoTime(), name);
        }
    }
}
