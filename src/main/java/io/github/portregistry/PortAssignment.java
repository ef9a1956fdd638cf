package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the registry: its twelve columns in IANA's order.
 *
 * <p>Text stands as in the file, brackets and line feeds included, and is empty where the row has none. The only thing
 * not kept is how an interval with equal ends was written: {@code 4748-4748} is {@code 4748}. Immutable and
 * thread-safe.
 *
 * <p>A row says what IANA assigned, reserved or left unassigned. It never says what runs on a port (RFC 7605).
 *
 * <pre>{@code
 * PortAssignment www = registry.findByName("www", TCP).get(0);      // www 80/tcp
 * www.ports();                                                      // 80
 * www.aliasOf();                                                    // "http"
 * www.hasReference();                                               // true
 * www.references();                                                 // [RFC9110]
 * }</pre>
 *
 * @param serviceName service name, or empty where the row has none
 * @param ports port number or interval, or null where the service has no port
 * @param transport transport protocol, or null where the row applies to every transport, or to none if it has no port
 * @param description description; of a row without a name it says the state in words
 * @param assignee who asked for the assignment, as in {@code [James_Brown]}
 * @param contact whom to ask about it, written likewise
 * @param registrationDate when it was registered, or null
 * @param modificationDate when it was last modified, or null
 * @param reference the documents that the row cites, as in {@code [RFC9293][RFC4614]}
 * @param serviceCode DCCP service code, 0 to 4294967295, or null
 * @param unauthorizedUse unauthorized use that was reported to IANA
 * @param assignmentNotes assignment notes; they also state of which name this one is an alias
 */
public record PortAssignment(
        String serviceName,
        @Nullable PortInterval ports,
        @Nullable TransportProtocol transport,
        String description,
        String assignee,
        String contact,
        @Nullable RegistryDate registrationDate,
        @Nullable RegistryDate modificationDate,
        String reference,
        @Nullable Long serviceCode,
        String unauthorizedUse,
        String assignmentNotes)
        implements Comparable<PortAssignment>, Serializable {

    static final long MAX_SERVICE_CODE = 0xFFFF_FFFFL;

    private static final String ALIAS_PHRASE = "This entry is an alias to \"";

    private static final List<String> ALIAS_PHRASES = List.of(ALIAS_PHRASE, "This is a duplicate of the \"");

    /** More characters than any words have that say a state. */
    private static final int MAX_STATE_WORDS = 20;

    /** The last one is IANA's spelling. */
    private static final List<String> RESERVED_WORDS = List.of(
            "reserved", "iana reserved", "de-registered", "removed", "deprecated", "de-commissioned", "decomissioned");

    /**
     * Checks that the row says something.
     *
     * @param serviceName service name, or empty
     * @param ports port number or interval, or null
     * @param transport transport protocol, or null
     * @param description description, or empty
     * @param assignee assignee, or empty
     * @param contact contact, or empty
     * @param registrationDate registration date, or null
     * @param modificationDate modification date, or null
     * @param reference reference, or empty
     * @param serviceCode service code, 0 to 4294967295, or null
     * @param unauthorizedUse unauthorized use reported, or empty
     * @param assignmentNotes assignment notes, or empty
     * @throws IllegalArgumentException if the service code is out of its range, the service name has no more than digits
     *     and hyphens or has a character, other than a blank, that cannot be seen, or the row has neither a
     *     service name nor a port and a description that says the port's state
     */
    public PortAssignment {
        requireNonNull(serviceName, "serviceName");
        requireNonNull(description, "description");
        requireNonNull(assignee, "assignee");
        requireNonNull(contact, "contact");
        requireNonNull(reference, "reference");
        requireNonNull(unauthorizedUse, "unauthorizedUse");
        requireNonNull(assignmentNotes, "assignmentNotes");
        if (serviceCode != null && (serviceCode < 0 || serviceCode > MAX_SERVICE_CODE)) {
            throw new IllegalArgumentException("service code " + serviceCode + " is outside 0 to " + MAX_SERVICE_CODE);
        }
        String fault = fault(serviceName, ports != null, description);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** Returns why a row says nothing, or null if it does say something. */
    static @Nullable String fault(String serviceName, boolean hasPorts, String description) {
        if (!serviceName.isEmpty()) {
            return nameFault(serviceName);
        }
        if (!hasPorts) {
            return "neither a service name nor a port number";
        }
        return Texts.isInvisible(description)
                ? "neither a service name nor a description that says the port's state"
                : null;
    }

    /** IANA's names break most rules of RFC 6335, but none of them can be taken for a number or for another name. */
    private static @Nullable String nameFault(String serviceName) {
        if (Texts.isInvisible(serviceName)) {
            return "a service name of blanks alone";
        }
        if (SpecTokens.isNumeric(serviceName)) {
            return "a service name without a letter, which reads as a port number";
        }
        for (int i = 0; i < serviceName.length(); i += Character.charCount(serviceName.codePointAt(i))) {
            int c = serviceName.codePointAt(i);
            if (c != ' ' && Texts.isInvisible(c)) {
                return "a service name with a character that cannot be seen";
            }
        }
        return null;
    }

    /**
     * Returns an assignment of the first four columns, the others empty: what a service of your own needs.
     *
     * @param serviceName service name, or empty
     * @param ports port number or interval, or null
     * @param transport transport protocol, or null for every transport
     * @param description description, or empty
     * @return the assignment
     * @throws IllegalArgumentException as the constructor does
     */
    public static PortAssignment of(
            String serviceName,
            @Nullable PortInterval ports,
            @Nullable TransportProtocol transport,
            String description) {
        return new PortAssignment(serviceName, ports, transport, description, "", "", null, null, "", null, "", "");
    }

    /**
     * Returns this assignment with an assignee.
     *
     * @param assignee who asked for it, as in {@code [James_Brown]}, or empty
     * @return a copy with that assignee
     */
    public PortAssignment withAssignee(String assignee) {
        return with(assignee, reference);
    }

    /**
     * Returns this assignment with a reference.
     *
     * @param reference the documents that define the service, as in {@code [RFC9293][https://wiki.example/billing]}, or
     *     empty
     * @return a copy with that reference
     */
    public PortAssignment withReference(String reference) {
        return with(assignee, reference);
    }

    private PortAssignment with(String assignee, String reference) {
        return new PortAssignment(
                serviceName,
                ports,
                transport,
                description,
                assignee,
                contact,
                registrationDate,
                modificationDate,
                reference,
                serviceCode,
                unauthorizedUse,
                assignmentNotes);
    }

    /**
     * Returns the state that this row gives its ports. A row with a service name is assigned, whatever its description
     * says; one without says it in the description's first words, and what IANA de-assigned there ("De-registered",
     * "Removed", "Deprecated", "De-Commissioned") is reserved, as RFC 6335, section 8.2 asks.
     *
     * @return assigned, reserved or unassigned; never {@link AssignmentStatus#UNLISTED}
     */
    public AssignmentStatus status() {
        if (!serviceName.isEmpty()) {
            return AssignmentStatus.ASSIGNED;
        }
        int begin = Texts.visibleFrom(description);
        String words = description
                .substring(begin, Math.min(begin + MAX_STATE_WORDS, description.length()))
                .toLowerCase(Locale.ROOT);
        if (words.startsWith("unassigned") || words.startsWith("(unassigned)")) {
            return AssignmentStatus.UNASSIGNED;
        }
        for (String reserved : RESERVED_WORDS) {
            if (words.startsWith(reserved)) {
                return AssignmentStatus.RESERVED;
            }
        }
        return AssignmentStatus.ASSIGNED;
    }

    /**
     * Returns whether this row applies to a transport: it names that one, or none, which stands for every transport.
     *
     * @param transport transport protocol
     * @return true if the row is one of the transport's
     */
    public boolean appliesTo(TransportProtocol transport) {
        requireNonNull(transport, "transport");
        return this.transport == transport || this.transport == null;
    }

    /**
     * Returns whether the row cites a document. Most rows of services that everyone uses do not ({@code domain} on port
     * 53, {@code mysql}), so this tells nothing about whether a service is in use.
     *
     * @return true if the row has a reference
     */
    public boolean hasReference() {
        return !reference.isBlank();
    }

    /**
     * Returns the references one by one, without their brackets.
     *
     * @return the references in the row's order, unmodifiable, empty if there is none
     */
    public List<String> references() {
        if (!hasReference()) {
            return List.of();
        }
        List<String> references = new ArrayList<>();
        int open = reference.indexOf('[');
        int close = reference.indexOf(']', open);
        while (open >= 0 && close >= 0) {
            references.add(reference.substring(open + 1, close));
            open = reference.indexOf('[', close);
            close = reference.indexOf(']', open);
        }
        return references.isEmpty() ? List.of(reference) : List.copyOf(references);
    }

    /**
     * Returns the service name that the notes say this one is an alias or a duplicate of. Names that merely share a
     * port are no aliases of each other.
     *
     * @return the other name, or null if the notes state none
     */
    public @Nullable String aliasOf() {
        for (String phrase : ALIAS_PHRASES) {
            int found = assignmentNotes.indexOf(phrase);
            int end = assignmentNotes.indexOf('"', found + phrase.length());
            if (found >= 0 && end > found + phrase.length()) {
                return assignmentNotes.substring(found + phrase.length(), end);
            }
        }
        return null;
    }

    /** Returns the notes of an alias, as {@link #aliasOf()} reads them unless the name has a quote. */
    static String aliasNotes(String serviceName) {
        return ALIAS_PHRASE + serviceName + "\".";
    }

    /**
     * Compares two assignments column by column, in the order of the columns: text by its characters, ports and dates by
     * their value, and what is absent before all else. The order of a registry is the file's, which is another.
     *
     * @param other another assignment
     * @return a negative number, zero or a positive number, zero for equal assignments alone
     */
    @Override
    public int compareTo(PortAssignment other) {
        return ByColumns.ORDER.compare(this, requireNonNull(other, "other"));
    }

    /** Stands apart, so that a look-up does not have to link it. */
    private static final class ByColumns {

        static final Comparator<PortAssignment> ORDER = Comparator.comparing(PortAssignment::serviceName)
                .thenComparing(PortAssignment::ports, absentFirst())
                .thenComparing(PortAssignment::transport, absentFirst())
                .thenComparing(PortAssignment::description)
                .thenComparing(PortAssignment::assignee)
                .thenComparing(PortAssignment::contact)
                .thenComparing(PortAssignment::registrationDate, absentFirst())
                .thenComparing(PortAssignment::modificationDate, absentFirst())
                .thenComparing(PortAssignment::reference)
                .thenComparing(PortAssignment::serviceCode, absentFirst())
                .thenComparing(PortAssignment::unauthorizedUse)
                .thenComparing(PortAssignment::assignmentNotes);

        private static <T extends Comparable<? super T>> Comparator<@Nullable T> absentFirst() {
            return Comparator.nullsFirst(Comparator.naturalOrder());
        }
    }

    /**
     * Returns what this row assigns, in a few words; for all columns see {@link IanaColumn#text(PortAssignment)}.
     *
     * @return the service name, or the description of a row without one, then port and transport as far as there are:
     *     {@code "http 80/tcp"}, {@code "x11 6000-6063/tcp"}, {@code "airplay/tcp"}, {@code "Reserved 225-241"}
     */
    @Override
    public String toString() {
        return Texts.brief(serviceName.isEmpty() ? description : serviceName)
                + (ports == null ? "" : " " + ports)
                + (transport == null ? "" : "/" + transport.keyword());
    }
}
