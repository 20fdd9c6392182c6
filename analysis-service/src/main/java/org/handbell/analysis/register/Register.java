package org.handbell.analysis.register;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.Academy;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.RegisterEvent.Permission;
import org.handbell.contract.RegisterEvent.PhotoConsent;
import org.handbell.contract.RegisterEvent.Staff;
import org.handbell.contract.RegisterEvent.Supplier;
import org.handbell.contract.RegisterEvent.Term;
import org.handbell.contract.RegisterEvent.Trust;

/// The trust at one moment. Never changes; a change of the register makes a new one, with its name
/// automaton, off the path of the posts.
public final class Register {

    private final Map<String, RegisterEvent> entries;
    private final Map<String, List<Known>> windows;
    private final Set<Integer> sizes;
    private final Names names;
    private final Map<String, List<Known>> handles;

    private Register(SortedMap<String, RegisterEvent> entries) {
        // Sorted, so that what is found comes in the same order in every process.
        this.entries = Collections.unmodifiableSortedMap(entries);
        this.windows = index(of(Hashed.class));
        this.sizes = new TreeSet<>();
        of(Hashed.class).flatMap(h -> h.windows().stream()).forEach(w -> sizes.add(w.tokens()));
        this.names = Names.of(this);
        this.handles = Map.of();
    }

    private Register(Register whole, Map<String, List<Known>> handles, Set<Integer> sizes) {
        this.entries = whole.entries;
        this.windows = whole.windows;
        this.names = whole.names;
        this.sizes = sizes;
        this.handles = handles;
    }

    /// The register as its entries stand.
    public static Register of(Collection<? extends RegisterEvent> entries) {
        var byId = new TreeMap<String, RegisterEvent>();
        entries.forEach(entry -> byId.put(entry.entryId(), entry));
        return new Register(byId);
    }

    /// One way to write an entry that the trust protects.
    public record Known(Hashed entry, Form form) {}

    /// What the hash of a window stands for; empty for nearly all.
    public List<Known> known(String hash) {
        var known = windows.getOrDefault(hash, List.of());
        var more = handles.isEmpty() ? List.<Known>of() : handles.getOrDefault(hash, List.of());
        return more.isEmpty() ? known : both(known, more);
    }

    /// The same register, which also knows a pupil by a handle. Cheap: nothing is indexed anew.
    ///
    /// @param windows of the handle; without effect where no such person is registered
    public Register withHandle(String entryId, List<HashedWindow> windows) {
        if (!(entries.get(entryId) instanceof Hashed person)) {
            return this;
        }
        var handles = new HashMap<String, List<Known>>();
        var sizes = new TreeSet<>(this.sizes);
        for (var window : windows) {
            var known = new Known(person, window.form());
            if (!known(window.hash()).contains(known)) {
                handles.put(window.hash(), List.of(known));
                sizes.add(window.tokens());
            }
        }
        return new Register(this, handles, sizes);
    }

    /// Lengths, in tokens, that a window may have.
    public Set<Integer> windowSizes() {
        return sizes;
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
        return entries.values().stream().filter(type::isInstance).map(type::cast);
    }

    private static Map<String, List<Known>> index(Stream<Hashed> hashed) {
        var index = new HashMap<String, List<Known>>();
        hashed.forEach(entry ->
                entry.windows()
                        .forEach(window ->
                                index.merge(
                                        window.hash(),
                                        List.of(new Known(entry, window.form())),
                                        Register::both)));
        return index;
    }

    private static List<Known> both(List<Known> some, List<Known> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
