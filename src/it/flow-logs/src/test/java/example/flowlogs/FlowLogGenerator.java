package example.flowlogs;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Writes flow logs as S3 has them, gzipped files with a header each; a seed makes them the same everywhere.
 *
 * <p>Skewed as traffic is: most of it is https and DNS, with a long tail of other ports, scans of any port, flows in
 * both directions, protocols without ports, records without a flow and malformed lines.
 */
final class FlowLogGenerator {

    private static final int RECORDS_PER_FILE = 250_000;

    private static final int[] TCP_PORTS = {443, 443, 443, 443, 443, 443, 80, 80, 22, 25, 445, 465, 3389, 5432, 8080};
    private static final int[] UDP_PORTS = {53, 53, 53, 53, 53, 123, 161, 443, 514, 4500};

    private FlowLogGenerator() {}

    /** Writes files of 250,000 records into a new folder. */
    static void write(int files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int file = 0; file < files; file++) {
            SplittableRandom random = new SplittableRandom(file);
            try (Writer out = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(folder.resolve(file + ".log.gz"))),
                    StandardCharsets.UTF_8)) {
                out.write(FlowRecord.HEADER + "\n");
                for (int i = 0; i < RECORDS_PER_FILE; i++) {
                    out.write(line(random) + "\n");
                }
            }
        }
    }

    private static String line(SplittableRandom random) {
        int kind = random.nextInt(10_000);
        int version = kind < 3 ? 3 : 2;
        int time = 1_700_000_000 + random.nextInt(86_400);
        if (kind > 9_900) {
            return version + " 1234 eni-1 - - - - - - - " + time + " " + (time + 60) + " - "
                    + (kind > 9_910 ? "NODATA" : "SKIPDATA");
        }
        int protocol = kind < 300 ? 1 : kind < 320 ? 132 : kind < 325 ? 33 : kind % 3 == 0 ? 17 : 6;
        int client = protocol == 1 ? 0 : 32_768 + random.nextInt(28_232); // as Linux draws them
        int service = protocol == 1 ? 0 : service(kind, protocol == 17 ? UDP_PORTS : TCP_PORTS, random);
        boolean isRequest = random.nextBoolean();
        long packets = 1 + (long) Math.exp(random.nextDouble() * 9);
        return version + " 1234 eni-" + random.nextInt(200) + " 10.0.0." + random.nextInt(256) + " 10.0.1."
                + random.nextInt(256)
                + " " + (isRequest ? client : service) + " " + (isRequest ? service : client) + " " + protocol
                + " " + packets + " " + packets * (40 + random.nextInt(1_400)) + " " + time + " " + (time + 60)
                + (kind % 20 == 0 ? " REJECT OK" : " ACCEPT OK");
    }

    private static int service(int kind, int[] usual, SplittableRandom random) {
        if (kind < 900) {
            return random.nextInt(65_536);
        }
        return kind < 1_500
                ? (int) Math.exp(random.nextDouble() * Math.log(49_151))
                : usual[random.nextInt(usual.length)];
    }
}
