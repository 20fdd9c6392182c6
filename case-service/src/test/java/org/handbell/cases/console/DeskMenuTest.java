package org.handbell.cases.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handbell.cases.console.Desk.Item;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeskMenuTest {

    private static List<Item> menu(Role role, String operatorPage) {
        var person = new SignedIn("p-1", "Invented Person", role, null);
        return Desk.of(person, "/figures/now", operatorPage).items();
    }

    @Test
    void theOperatorFindsTheFiguresWhereThereIsAPageOfThem() {
        assertThat(menu(Role.OPERATOR, "/figures")).contains(new Item("Figures", "/figures", true));
    }

    @Test
    void whoLooksIntoCasesFindsThoseAndNoQueue() {
        assertThat(menu(Role.HR_INVESTIGATOR, ""))
                .extracting(Item::path)
                .contains("/nominations")
                .doesNotContain("/queue");
    }

    @Test
    void whereThereIsNoPageOfFiguresNobodyIsSentToOne() {
        assertThat(menu(Role.OPERATOR, "")).extracting(Item::label).doesNotContain("Figures");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "OPERATOR")
    void nobodyElseIsShownTheFigures(Role role) {
        assertThat(menu(role, "/figures")).extracting(Item::label).doesNotContain("Figures");
    }

    @ParameterizedTest
    @EnumSource
    void everybodyFindsTheirSettings(Role role) {
        assertThat(menu(role, "")).contains(new Item("My settings", "/me", false));
    }

    @ParameterizedTest
    @EnumSource
    void onlyHeadsFindThePeopleAndOnlyWhoSeesToTheWholeTrustTheImport(Role role) {
        var labels = menu(role, "").stream().map(Item::label).toList();

        assertThat(labels.contains("People"))
                .isEqualTo(role == Role.HEAD || role == Role.EXECUTIVE_HEAD);
        assertThat(labels.contains("Import"))
                .isEqualTo(role == Role.OPERATOR || role == Role.EXECUTIVE_HEAD);
    }
}
