package org.handbell.cases.roster;

import java.util.List;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.signin.SignedIn;

/// A part of the register that is kept line by line on one page.
interface Shelf {

    /// Last part of its address.
    String path();

    String title();

    /// What it is for, in a sentence or two.
    String about();

    /// What the form asks for.
    List<Field> fields(SignedIn by);

    /// The lines that may be shown as a list.
    List<Item> items(SignedIn by);

    /// Enters what the form says, in the caller's transaction; where the form is not sound
    /// afterwards nothing was done.
    ///
    /// @return id of the entry; empty where nothing was done
    String keep(SignedIn by, Entered form);

    /// Takes a line away, in the caller's transaction.
    ///
    /// @return whether there was one
    boolean end(SignedIn by, String id);

    /// Whether single lines can be taken away here.
    default boolean ends() {
        return true;
    }

    /// How a field is asked for.
    enum Type {
        TEXT,
        DAY,
        AREA,
        CHOICE,
        TICKS
    }

    /// @param options to choose among; none for a text
    record Field(String name, String label, String hint, Type type, List<Option> options) {

        static Field text(String name, String label, String hint) {
            return new Field(name, label, hint, Type.TEXT, List.of());
        }

        static Field day(String name, String label) {
            return new Field(name, label, "For example, 27 3 2027", Type.DAY, List.of());
        }
    }

    /// A line.
    ///
    /// @param over whether its time is over, and it will go by itself
    record Item(String id, String what, String detail, boolean over) {}

    /// A part with its address, for the list of them.
    record Title(String path, String title) {}

    static List<Title> titles() {
        return List.of(
                new Title("exceptions", "Exceptions"),
                new Title("consents", "Photo consents"),
                new Title("suppliers", "Suppliers"),
                new Title("terms", "Terms"),
                new Title("schools", "Working hours and marks"),
                new Title("closed-days", "Days without school"),
                new Title("confidential-terms", "Confidential terms"));
    }
}
