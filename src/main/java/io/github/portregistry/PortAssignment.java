package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the registry, with its twelve columns in IANA's order.
 *
 * <p>This class is immutable and thread-safe. Text is kept as it is in the file, including brackets and line feeds, and
 * is empty if the row has none. There is one exception, an interval with equal ends: {@code 4748-4748} becomes
 * {@code 4748}.
 *
 * <p>A row says what IANA has assigned, reserved or left unassigned. It does not say what runs on a port (RFC 7605).
 *
 * <pre>{@code
 * PortAssignment www = registry.findByName("www", TCP).get(0);      // www 80/tcp
 * www.ports();                                                      // 80
 * www.aliasOf();                                                    // "http"
 * www.hasReference();                                               // true
 * www.references();                                                 // [RFC9110]
 * }</pre>
 *
 * @param serviceName the service name, or empty if the row has none
 * @param ports the port or interval, or null if the service has no port
 * @param transport the transport protocol; null if the row applies to every transport or, without a port, to none
 * @param description the description; in a row without a service name, it says the state in words
 * @param assignee who requested the assignment, as in {@code [James_Brown]}
 * @param contact whom to contact about it, in the same form
 * @param registrationDate the date of registration, or null
 * @param modificationDate the date of the last modification, or null
 * @param reference the documents that the row cites, as in {@code [RFC9293][RFC4614]}
 * @param serviceCode the DCCP service code, 0 to 4294967295, or null
 * @param unauthorizedUse the unauthorized use that was reported to IANA
 * @param assignmentNotes the assignment notes, which also say if the name is an alias, and of which name
 */
@CheckReturnValue
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

    /** The number of characters to look at for the words of a state, which are all shorter. */
    private static final int MAX_STATE_WORDS = 20;

    /** The words of a reserved port. The spelling of the last one is IANA's. */
    private static final List<String> RESERVED_WORDS = List.of(
            "reserved", "iana reserved", "de-registered", "removed", "deprecated", "de-commissioned", "decomissioned");

    /**
     * Creates a row with all of its columns.
     *
     * @param serviceName the service name, or empty
     * @param ports the port or interval, or null
     * @param transport the transport protocol, or null
     * @param description the description, or empty
     * @param assignee the assignee, or empty
     * @param contact the contact, or empty
     * @param registrationDate the registration date, or null
     * @param modificationDate the modification date, or null
     * @param reference the reference, or empty
     * @param serviceCode the service code, 0 to 4294967295, or null
     * @param unauthorizedUse the reported unauthorized use, or empty
     * @param assignmentNotes the assignment notes, or empty
     * @throws IllegalArgumentException if the service code is out of range; if the service name consists of digits and
     *     hyphens only, or has an invisible character other than a space; or if the row has neither a service name nor
     *     a port with a description that says its state
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

    /** Returns why a row is not valid, or null if it is. */
    static @Nullable String fault(String serviceName, boolean hasPorts, String description) {
        if (!serviceName.isEmpty()) {
            return nameFault(serviceName);
        }
        if (!hasPorts) {
            return "there is neither a service name nor a port number";
        }
        return Texts.isInvisible(description)
                ? "there is neither a service name nor a description that gives the port's state"
                : null;
    }

    /**
     * Returns why a name is not valid, or null if it is. IANA's own names break most rules of RFC 6335, so the only
     * names refused are those that could be mistaken for a number or for another name.
     */
    private static @Nullable String nameFault(String serviceName) {
        if (Texts.isInvisible(serviceName)) {
            return "a service name must not be blank";
        }
        if (SpecTokens.isNumeric(serviceName)) {
            return "a service name without a letter reads as a port number";
        }
        for (int i = 0; i < serviceName.length(); i += Character.charCount(serviceName.codePointAt(i))) {
            int c = serviceName.codePointAt(i);
            if (c != ' ' && Texts.isInvisible(c)) {
                return "a service name must not have an invisible character";
            }
        }
        return null;
    }

    /**
     * Returns an assignment with the first four columns only, which is enough for your own services.
     *
     * @param serviceName the service name, or empty
     * @param ports the port or interval, or null
     * @param transport the transport protocol, or null for every transport
     * @param description the description, or empty
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
     * Returns a copy of this assignment with a different assignee.
     *
     * @param assignee who requested it, as in {@code [James_Brown]}, or empty
     * @return a copy with that assignee
     */
    public PortAssignment withAssignee(String assignee) {
        return with(assignee, reference);
    }

    /**
     * Returns a copy of this assignment with a different reference.
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
     * says. In a row without one, the first words of the description say the state. Ports that IANA de-assigned
     * ("De-registered", "Removed", "Deprecated", "De-Commissioned") are reserved, as RFC 6335, section 8.2 requires.
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
     * Returns whether this row applies to a transport: it names that transport, or none, which means every transport.
     *
     * @param transport the transport protocol
     * @return true if this row applies to the transport
     */
    public boolean appliesTo(TransportProtocol transport) {
        requireNonNull(transport, "transport");
        return this.transport == transport || this.transport == null;
    }

    /**
     * Returns whether this row cites a document. Most rows of widely used services do not, such as {@code domain} on
     * port 53 or {@code mysql}, so this says nothing about whether a service is in use.
     *
     * @return true if this row has a reference
     */
    public boolean hasReference() {
        return !reference.isBlank();
    }

    /**
     * Returns the references as a list, without brackets.
     *
     * @return the references in the order of the row; unmodifiable, empty if there are none
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

    /** Returns whether this row cites a document, ignoring case. Most rows are ruled out without making a list. */
    boolean cites(String document) {
        boolean isLikely = reference.equalsIgnoreCase(document);
        for (int open = reference.indexOf('['); open >= 0 && !isLikely; open = reference.indexOf('[', open + 1)) {
            isLikely = reference.regionMatches(true, open + 1, document, 0, document.length());
        }
        return isLikely && references().stream().anyMatch(document::equalsIgnoreCase);
    }

    /**
     * Returns the service name of which this one is an alias or a duplicate, according to the notes. Names that merely
     * share a port are not aliases of each other.
     *
     * @return the other name, or null if the notes name none
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

    /** Returns the notes of an alias, which {@link #aliasOf()} can read unless the name has a quote. */
    static String aliasNotes(String serviceName) {
        return ALIAS_PHRASE + serviceName + "\".";
    }

    /**
     * Compares two assignments column by column, in the order of the columns: text by characters, ports and dates by
     * value. What is absent comes first. Note that the rows of a registry are not in this order, but in file order.
     *
     * @param other the other assignment
     * @return a negative number, zero or a positive number; zero only for equal assignments
     */
    @Override
    public int compareTo(PortAssignment other) {
        return ByColumns.ORDER.compare(this, requireNonNull(other, "other"));
    }

    /** A separate class, so that a look-up does not have to load it. */
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
     * Returns a short text for this row. For the text of each column, see {@link IanaColumn#text(PortAssignment)}.
     *
     * @return the service name, or the description if there is none, followed by the port and the transport if present:
     *     {@code "http 80/tcp"}, {@code "x11 6000-6063/tcp"}, {@code "airplay/tcp"}, {@code "Reserved 225-241"}
     */
    @Override
    public String toString() {
        return Texts.brief(serviceName.isEmpty() ? description : serviceName)
                + (ports == null ? "" : " " + ports)
                + (transport == null ? "" : "/" + transport.keyword());
    }
}
