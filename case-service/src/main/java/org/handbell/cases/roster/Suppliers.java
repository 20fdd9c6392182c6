package org.handbell.cases.roster;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.people.Agreements;
import org.handbell.cases.people.Agreements.Tender;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Ids;
import org.handbell.contract.RegisterEvent.Supplier;
import org.springframework.stereotype.Component;

/// Firms that serve the trust, and while they take part in a tender.
@Component
class Suppliers implements Shelf {

    private static final int MOST = 200;

    private final Register register;
    private final Agreements agreements;

    Suppliers(Register register, Agreements agreements) {
        this.register = register;
        this.agreements = agreements;
    }

    @Override
    public String path() {
        return "suppliers";
    }

    @Override
    public String title() {
        return "Suppliers";
    }

    @Override
    public String about() {
        return "Firms that serve the trust, or that would like to. Staff do not praise or criticise"
                + " them in public.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                Field.text("name", "Name", ""),
                Field.text("otherNames", "Other names", "Apart by semicolons"),
                Field.text("kind", "What they do", "For example, catering"),
                Field.day("tenderFrom", "First day of a tender, if there is one"),
                Field.day("tenderUntil", "Last day of the tender"));
    }

    @Override
    public List<Item> items(SignedIn by) {
        return register.all(Supplier.class).stream()
                .sorted(Comparator.comparing(Supplier::name))
                .map(supplier ->
                        new Item(supplier.entryId(), supplier.name(), detail(supplier), false))
                .toList();
    }

    private String detail(Supplier supplier) {
        var kind = supplier.kind() == null ? "" : supplier.kind() + ". ";
        return kind
                + agreements
                        .tender(supplier.entryId())
                        .map(tender ->
                                "Tender from "
                                        + Days.words(tender.from())
                                        + " to "
                                        + Days.words(tender.until())
                                        + ".")
                        .orElse("");
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var name = form.text("name", MOST, "Enter a name.");
        var kind = form.optional("kind", MOST);
        var from = form.day("tenderFrom");
        var until = form.day("tenderUntil");
        if (form.value("tenderFrom").isEmpty() != form.value("tenderUntil").isEmpty()) {
            form.wrong("tenderUntil", "Enter both days of the tender, or neither.");
        } else if (from != null && until != null && until.isBefore(from)) {
            form.wrong("tenderUntil", "The last day must not come before the first.");
        }
        if (!form.sound()) {
            return "";
        }
        var id = "supplier-" + Ids.derive("supplier", name);
        var aliases =
                Arrays.stream(form.value("otherNames").split(";"))
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty())
                        .toList();
        register.put(new Clear(new Supplier(id, name, aliases, kind, Instant.EPOCH)));
        agreements.noTender(id);
        if (from != null && until != null) {
            agreements.tender(id, new Tender(from, until));
        }
        return id;
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return register.all(Supplier.class).stream().anyMatch(s -> s.entryId().equals(id))
                && register.remove(id);
    }
}
