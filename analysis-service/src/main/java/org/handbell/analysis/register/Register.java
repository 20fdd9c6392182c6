package org.handbell.analysis.register;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.Academy;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.RegisterEvent.Permission;
import org.handbell.contract.RegisterEvent.PhotoConsent;
import org.handbell.contract.RegisterEvent.Staff;
import org.handbell.contract.RegisterEvent.Supplier;
import org.handbell.contract.RegisterEvent.Term;
import org.handbell.contract.RegisterEvent.Trust;
import org.jspecify.annotations.Nullable;

/// The trust at one moment. Never changes; a change of the register makes a new one, with its name
/// automaton, off the path of the posts.
public final class Register {

    private final Map<String, RegisterEvent> entries;
    private final Map<Class<?>, List<RegisterEvent>> byType;
    private final KnownWindows windows;
    private final Names names;
    private final @Nullable KnownWindows handle;

    private Register(Map<String, RegisterEvent> entries) {
        // Each post looks entries up by id; whatever goes through them goes through the lists of
        // their types, sorted, so that what is found comes in the same order in every process.
        this.entries = Map.copyOf(entries);
        this.byType =
                entries.values().stream()
                        .sorted(Comparator.comparing(RegisterEvent::entryId))
                        .collect(Collectors.groupingBy(RegisterEvent::getClass));
        this.windows = new KnownWindows(of(Hashed.class).toList());
        this.names = Names.of(this);
        this.handle = null;
    }

    private Register(Register whole, KnownWindows handle) {
        this.entries = whole.entries;
        this.byType = whole.byType;
        this.windows = whole.windows;
        this.names = whole.names;
        this.handle = handle;
    }

    /// The register as its entries stand.
    public static Register of(Collection<? extends RegisterEvent> entries) {
        var byId = new HashMap<String, RegisterEvent>();
        entries.forEach(entry -> byId.put(entry.entryId(), entry));
        return new Register(byId);
    }

    /// The same register, which also knows a pupil by a handle. Cheap: nothing is indexed anew.
    ///
    /// @param windows of the handle; without effect where no such person is registered
    public Register withHandle(String entryId, List<HashedWindow> windows) {
        if (!(entries.get(entryId) instanceof Hashed person)) {
            return this;
        }
        var known = Set.copyOf(person.windows());
        var more = windows.stream().filter(window -> !known.contains(window)).toList();
        var handled =
                new Hashed(
                        person.entryId(),
                        person.kind(),
                        person.academyId(),
                        person.relativeOf(),
                        more,
                        person.at());
        return new Register(this, new KnownWindows(List.of(handled)));
    }

    /// Names and terms that the trust protects, by the hashes of their words.
    public KnownWindows windows() {
        return windows;
    }

    /// The windows of the handle that was told of beside the register, where one was.
    public Optional<KnownWindows> handle() {
        return Optional.ofNullable(handle);
    }

    public Names names() {
        return names;
    }

    public Stream<Academy> academies() {
        return of(Academy.class);
    }

    public Stream<Supplier> suppliers() {
        return of(Supplier.class);
    }

    public Stream<Staff> staff() {
        return of(Staff.class);
    }

    public Stream<Trust> trusts() {
        return of(Trust.class);
    }

    public Stream<Term> terms() {
        return of(Term.class);
    }

    public Stream<PhotoConsent> consents() {
        return of(PhotoConsent.class);
    }

    public Stream<Permission> permissions() {
        return of(Permission.class);
    }

    public Optional<Staff> staff(String id) {
        return entries.get(id) instanceof Staff staff ? Optional.of(staff) : Optional.empty();
    }

    public Optional<Academy> academy(String id) {
        return entries.get(id) instanceof Academy academy ? Optional.of(academy) : Optional.empty();
    }

    /// Whether the trust switched on a clause that is off by default.
    public boolean switchedOn(String clause) {
        return trusts().anyMatch(trust -> trust.switchedOn().contains(clause));
    }

    private <T extends RegisterEvent> Stream<T> of(Class<T> type) {
        return byType.getOrDefault(type, List.of()).stream().map(type::cast);
    }
}
