package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Answers questions. This command runs if the command line names no other. */
final class AskCommand implements Command {

    private static final Usage USAGE = Usage.ofRows("""
            Usage: ports [OPTION]... WHAT...
                   ports COMMAND [OPTION]...

            Prints what IANA's port number registry says about each WHAT:
              1326         a port number, 0 to 65535
              6000-6063    an interval of ports
              http-alt     a service name, in upper or lower case
              443/udp      any of these over one transport: tcp, udp, sctp or dccp
              22,80,443    several of these
              -            any of these, read from standard input

            Commands, each with its own --help:
              free     propose ports for a new service
              list     list rows by text, person, document, date or state
              ghosts   list assignments that cite no document and have no date
              label    add to each line what its ports are registered for
              diff     show what changes from one edition to another
              check    report the errors in a file, and what deserves a look
              explore  write a page to search all ports: ports explore > ports.html

            An assignment is a convention. To see what runs on a port, use ss, lsof or
            netstat. If a cell of IANA's row is blank, the answer says "not stated". The
            bundled edition lacks some of IANA's cells, so there it says "not in this
            edition".

            In json, each row has IANA's columns as serviceName, ports (first and last, or
            null), transport, description, assignee, contact, registrationDate,
            modificationDate, reference, serviceCode, unauthorizedUse and assignmentNotes,
            then range (system, user or dynamic) and status (assigned, reserved or
            unassigned). Absent text is "", anything else that is absent is null.

            Exit status: 0 if an assignment was found for each WHAT; 1 if not; 2 if the
            usage is wrong or a file cannot be used. "ports" stands for
            java -jar ports.jar.

            Options:
              --version       print the version, and the edition that answers
            """);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) throws IOException {
        Format format = Format.of(arguments);
        PortRegistry registry = EditionFiles.registry(arguments.edition(null), console);
        if (arguments.has("--version")) {
            String version = AskCommand.class.getPackage().getImplementationVersion();
            console.print("ports " + version + "\n" + registry.edition() + "\n");
            return true;
        }
        List<Question> questions = questions(arguments.operands(), registry, console);
        if (format == Format.TEXT) {
            print(questions, registry, console);
        } else {
            Set<PortAssignment> rows = new LinkedHashSet<>();
            questions.forEach(question -> rows.addAll(question.rows(registry)));
            console.print(format.data(rows));
        }
        console.flush();
        boolean found = true;
        for (Question question : questions) {
            if (question.complaint() != null) {
                console.complain(question.complaint());
            }
            found &= question.complaint() == null && isAssigned(question, registry);
        }
        return found;
    }

    /**
     * Parses all operands before any is answered, so that an invalid one does not leave half of the answers printed.
     * What is not valid in standard input is reported beside the answers to the rest.
     */
    private static List<Question> questions(List<String> operands, PortRegistry registry, Console console)
            throws IOException {
        List<Question> questions = new ArrayList<>();
        for (String operand : operands) {
            if (operand.equals("-")) {
                new String(console.in().readAllBytes(), UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> questions.addAll(Question.parse(line, registry)));
                continue;
            }
            for (Question question : Question.parse(operand, registry)) {
                if (question.isInvalid()) {
                    throw new Trouble(question.complaint());
                }
                questions.add(question);
            }
        }
        if (questions.isEmpty()) {
            throw new Trouble("no port or service is given; see --help");
        }
        return questions;
    }

    private static void print(List<Question> questions, PortRegistry registry, Console console) {
        Answer answer = new Answer(registry, console.width());
        Set<PortInterval> ports = new LinkedHashSet<>();
        Set<TransportProtocol> transports = EnumSet.noneOf(TransportProtocol.class);
        List<String> lines = new ArrayList<>();
        for (Question question : questions) {
            PortInterval asked = question.ports();
            if (asked != null) {
                ports.add(asked);
                transports.addAll(question.isOverEveryTransport() ? Advice.USUAL_TRANSPORTS : question.transports());
            }
            append(answer.lines(question), lines);
        }
        append(Advice.lines(ports, transports, console.width()), lines);
        if (!lines.isEmpty()) {
            append(List.of(EditionFiles.line(registry.edition())), lines);
        }
        console.print(lines);
    }

    private static void append(List<String> part, List<String> lines) {
        if (!part.isEmpty() && !lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(part);
    }

    private static boolean isAssigned(Question question, PortRegistry registry) {
        for (PortAssignment row : question.rows(registry)) {
            if (row.status() == AssignmentStatus.ASSIGNED) {
                return true;
            }
        }
        return false;
    }
}
