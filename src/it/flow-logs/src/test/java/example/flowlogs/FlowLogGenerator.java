package example.flowlogs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes flow logs as S3 has them, many gzipped files with a header each: {@code RECORDS FOLDER}.
 *
 * <p>Seeded: the same number of records is the same bytes. Skewed as traffic is: most of it https and DNS, a long tail
 * of other ports, scans of any port, peers that are both on dynamic ports, flows in both directions, protocols without
 * ports, NODATA and SKIPDATA, and a few malformed lines.
 */
public final class FlowLogGenerator {

    static final int RECORDS_PER_FILE = 250_000;

    private static final int TCP = 6;
    private static final int UDP = 17;

    /** The ports that take most of the traffic; one of the list is drawn, so https stands there often. */
    private static final List<Integer> TCP_PORTS = List.of(
            443, 443, 443, 443, 443, 443, 443, 443, 443, 443, 443, 80, 80, 80, 22, 22, 25, 445, 465, 587, 993, 1433,
            3306, 3389, 5432, 6379, 8080, 8443, 9092, 27017);

    private static final List<Integer> UDP_PORTS =
            List.of(53, 53, 53, 53, 53, 53, 53, 53, 123, 161, 443, 443, 514, 4500);

    private static final List<Integer> PORTLESS_PROTOCOLS = List.of(1, 1, 1, 1, 2, 47, 50, 58, 89);

    private static final List<String> MALFORMED = List.of(
            "",
            "2 123456789012",
            "3 123456789012 eni-0a1 10.0.0.1 10.0.0.2 50000 443 6 1 40 1700000000 1700000060 ACCEPT OK",
            "2 123456789012 eni-0a1 10.0.0.1 10.0.0.2 70000 443 6 1 40 1700000000 1700000060 ACCEPT OK",
            "2 123456789012 eni-0a1 10.0.0.1 10.0.0.2 50000 +443 6 1 40 1700000000 1700000060 ACCEPT OK",
            "2 123456789012 eni-0a1 10.0.0.1 10.0.0.2 50000 443 6 1 40 1700000000 1700000060 ACCEPT",
            "2 123456789012 eni-0a1 \"10.0.0.1\" 10.0.0.2 50000 443 tcp 1 40 1700000000 1700000060 ACCEPT OK",
            " 2 123456789012 eni-0a1 10.0.0.1 10.0.0.2 50000 443 6 1 40 1700000000 1700000060 ACCEPT OK ");

    private FlowLogGenerator() {}

    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), Path.of(args[1]));
    }

    /** Writes so many records into a new folder. */
    static void write(int records, Path folder) throws IOException {
        Files.createDirectories(folder);
        int files = (records + RECORDS_PER_FILE - 1) / RECORDS_PER_FILE;
        IntStream.range(0, files)
                .parallel()
                .forEach(file -> writeFile(
                        folder.resolve(fileName(file)),
                        Math.min(RECORDS_PER_FILE, records - file * RECORDS_PER_FILE),
                        new SplittableRandom(file)));
    }

    static String fileName(int file) {
        return "flow-log-%05d.log.gz".formatted(file);
    }

    private static void writeFile(Path file, int records, SplittableRandom random) {
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.write(FlowRecord.HEADER + "\n");
            for (int i = 0; i < records; i++) {
                out.write(line(random) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(SplittableRandom random) {
        int kind = random.nextInt(10_000);
        if (kind < 3) {
            return pick(MALFORMED, random);
        }
        String start = "2 123456789012 eni-0%06x ".formatted(random.nextInt(200));
        long time = 1_700_000_000L + random.nextInt(86_400);
        String end = " " + time + " " + (time + 60);
        if (kind < 100) {
            return start + "- - - - - - -" + end + (kind < 90 ? " - NODATA" : " - SKIPDATA");
        }
        String flow = flow(kind, random);
        long packets = 1 + (long) Math.exp(random.nextDouble() * 9);
        long bytes = packets * (40 + random.nextInt(1400));
        return start + address(random) + " " + address(random) + " " + flow + " " + packets + " " + bytes + end
                + (kind % 20 == 0 ? " REJECT OK" : " ACCEPT OK");
    }

    /** Source port, destination port and protocol. */
    private static String flow(int kind, SplittableRandom random) {
        if (kind < 400) {
            return "0 0 " + pick(PORTLESS_PROTOCOLS, random);
        }
        if (kind < 420) {
            return ports(3868, ephemeral(random), random) + " 132";
        }
        if (kind < 425) {
            return ports(5004, ephemeral(random), random) + " 33";
        }
        if (kind < 700) {
            return ephemeral(random) + " " + random.nextInt(65536) + " " + TCP; // a scan
        }
        if (kind < 900) {
            return ephemeral(random) + " " + ephemeral(random) + " " + UDP; // peers
        }
        if (kind < 1500) {
            int rare = (int) Math.exp(random.nextDouble() * Math.log(49151));
            return ports(rare, ephemeral(random), random) + " " + (kind % 2 == 0 ? TCP : UDP);
        }
        return kind < 4000
                ? ports(pick(UDP_PORTS, random), ephemeral(random), random) + " " + UDP
                : ports(pick(TCP_PORTS, random), ephemeral(random), random) + " " + TCP;
    }

    /** A request or its answer. */
    private static String ports(int service, int client, SplittableRandom random) {
        return random.nextBoolean() ? client + " " + service : service + " " + client;
    }

    /** As Linux draws them: many are in the range of User Ports. */
    private static int ephemeral(SplittableRandom random) {
        return 32768 + random.nextInt(28232);
    }

    private static String address(SplittableRandom random) {
        return "10." + random.nextInt(4) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
