package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortSpecException;
import io.github.portregistry.ServiceNames;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A question about a port, an interval or a service name, over some of the transports.
 *
 * @param text the port, interval or name, without the transport; empty if the question is none of these
 * @param ports the port or interval, or null if the text is a name
 * @param transports the transports in question
 * @param complaint a message to print with the rows or instead of them, or null
 */
record Question(
        String text,
        @Nullable PortInterval ports,
        List<TransportProtocol> transports,
        @Nullable String complaint) {

    private static final List<TransportProtocol> EVERY_TRANSPORT = List.of(TransportProtocol.values());

    /**
     * Parses one argument. It has several questions if it has commas or blanks, unless the whole argument is a name.
     *
     * <p>A transport alone belongs to the question before it, as in {@code 80/tcp,udp}.
     */
    static List<Question> parse(String argument, PortRegistry registry) {
        StringTokenizer tokens = new StringTokenizer(argument, ", \t\r\n");
        if (tokens.countTokens() > 1 && !registry.findByName(argument).isEmpty()) {
            return List.of(new Question(argument, null, EVERY_TRANSPORT, null));
        }
        List<Question> questions = new ArrayList<>();
        String before = "";
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            int slash = before.lastIndexOf('/');
            if (slash > 0 && TransportProtocol.find(token).isPresent()) {
                Question question = ofToken(before.substring(0, slash + 1) + token, registry);
                questions.addAll(questions.remove(questions.size() - 1).and(question));
            } else {
                questions.add(ofToken(token, registry));
                before = token;
            }
        }
        if (questions.isEmpty()) {
            questions.add(
                    new Question("", null, EVERY_TRANSPORT, "an argument is blank; it must be a port or a service"));
        }
        return questions;
    }

    /**
     * Parses a token, which is split at its last slash if a transport follows, as in specifications. A number is never
     * a name.
     */
    private static Question ofToken(String token, PortRegistry registry) {
        int slash = token.lastIndexOf('/');
        TransportProtocol transport =
                TransportProtocol.find(token.substring(slash + 1)).orElse(null);
        if (slash > 0 && transport != null) {
            Question question = find(token.substring(0, slash), List.of(transport), token, registry);
            if (question != null) {
                return question;
            }
        }
        Question question = find(token, EVERY_TRANSPORT, token, registry);
        return question == null ? unknown(token, registry) : question;
    }

    private static @Nullable Question find(
            String target, List<TransportProtocol> transports, String token, PortRegistry registry) {
        PortInterval ports = Ports.find(target);
        if (ports != null) {
            return new Question(target, ports, transports, null);
        }
        if (registry.findByName(target).isEmpty()) {
            return null;
        }
        PortSpecException refusal = refusal(token, registry);
        return new Question(
                target, null, transports, refusal == null ? null : explained(refusal.reason(), target, registry));
    }

    /** Returns a question about an unknown name, or about nothing if the token looks like ports in another notation. */
    private static Question unknown(String token, PortRegistry registry) {
        PortSpecException refusal = refusal(token, registry);
        String reason = refusal == null ? "" : refusal.reason();
        List<String> suggestions = refusal == null ? List.of() : refusal.suggestions();
        TransportProtocol transport = TransportProtocol.find(token.substring(token.lastIndexOf('/') + 1))
                .orElse(null);
        String name = transport == null ? token : token.substring(0, Math.max(token.lastIndexOf('/'), 0));
        boolean canBeName = suggestions.isEmpty() ? ServiceNames.isValid(name) : !suggestsPorts(suggestions);
        return canBeName
                ? new Question(name, null, EVERY_TRANSPORT, explained(reason, name, registry))
                : new Question("", null, EVERY_TRANSPORT, reason);
    }

    /** Returns a reason with the ports of the services that are commonly called by a name. */
    private static String explained(String reason, String name, PortRegistry registry) {
        StringBuilder explained = new StringBuilder(reason);
        for (String service : registry.names().registeredAs(name)) {
            explained
                    .append("; ")
                    .append(service)
                    .append(" is ")
                    .append(registry.resolve(service, EnumSet.allOf(TransportProtocol.class)));
        }
        return explained.toString();
    }

    /** Returns this question and one about the same over another transport, as one. */
    private List<Question> and(Question other) {
        if (complaint != null || other.complaint != null) {
            return List.of(this, other);
        }
        Set<TransportProtocol> both = EnumSet.copyOf(transports);
        both.addAll(other.transports);
        return List.of(new Question(text, ports, List.copyOf(both), null));
    }

    boolean isOverEveryTransport() {
        return transports.size() == EVERY_TRANSPORT.size();
    }

    /** Returns whether this is about neither ports nor a possible name, so that there is only a complaint. */
    boolean isInvalid() {
        return text.isEmpty();
    }

    private static boolean suggestsPorts(List<String> suggestions) {
        for (String suggestion : suggestions) {
            String target = suggestion.substring(0, (suggestion + "/").indexOf('/'));
            if (Ports.find(target) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the exception of a specification with this token, which has suggestions; or null if the token is valid.
     */
    private static @Nullable PortSpecException refusal(String token, PortRegistry registry) {
        try {
            var unused = registry.resolve(token, EnumSet.allOf(TransportProtocol.class));
            return null;
        } catch (PortSpecException e) {
            return e;
        }
    }

    /** Returns the rows that answer this question, in file order unless it is about a single port. */
    List<PortAssignment> rows(PortRegistry registry) {
        if (ports != null && ports.size() == 1) {
            List<PortAssignment> rows = new ArrayList<>();
            for (TransportProtocol transport : transports) {
                rows.addAll(rows(registry, ports.first(), transport));
            }
            return rows;
        }
        return (ports == null
                        ? registry.findByName(text).stream()
                        : registry.query().intersecting(PortSet.of(ports)).status(AssignmentStatus.ASSIGNED).stream())
                .filter(row -> transports.stream().anyMatch(row::appliesTo))
                .toList();
    }

    /** Returns the rows that determine the state of a port. For an assigned port, no query is needed. */
    static List<PortAssignment> rows(PortRegistry registry, int port, TransportProtocol transport) {
        AssignmentStatus status = registry.status(port, transport);
        return switch (status) {
            case ASSIGNED -> registry.findByPort(port, transport);
            case UNLISTED -> List.of();
            case RESERVED, UNASSIGNED ->
                registry.query().port(port).transport(transport).status(status).list();
        };
    }
}
