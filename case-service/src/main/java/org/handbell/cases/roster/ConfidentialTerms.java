package org.handbell.cases.roster;

import java.util.List;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Confidential;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.KeyedHash;
import org.springframework.stereotype.Component;

/// Words for what is not public. They are never shown again: who enters the same word once more and
/// asks to take it away does so by the word itself.
@Component
class ConfidentialTerms implements Shelf {

    private static final int MOST = 100;

    private final Register register;

    ConfidentialTerms(Register register) {
        this.register = register;
    }

    @Override
    public String path() {
        return "confidential-terms";
    }

    @Override
    public String title() {
        return "Confidential terms";
    }

    @Override
    public String about() {
        return "Names of things that are not public yet. What you enter is kept sealed and never shown"
                + " again. The register holds "
                + register.count("CONFIDENTIAL")
                + " of them now. To take one away, enter it again and choose “take it away”.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                Field.text("term", "The words", "For example, the name of a project"),
                new Field(
                        "away",
                        "What to do with it",
                        "",
                        Type.CHOICE,
                        List.of(new Option("no", "Keep it"), new Option("yes", "Take it away"))));
    }

    @Override
    public List<Item> items(SignedIn by) {
        return List.of();
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var term = form.text("term", MOST, "Enter the words.");
        if (!term.isEmpty() && KeyedHash.tokens(term).isEmpty()) {
            form.wrong("term", "Enter words with a letter or a digit.");
        }
        if (!form.sound()) {
            return "";
        }
        var id = register.idOf(term);
        if (form.has("away", "yes")) {
            if (!register.remove(id)) {
                form.wrong("term", "The register does not hold these words.");
                return "";
            }
        } else {
            register.put(new Confidential(id, term));
        }
        return id;
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return false;
    }
}
