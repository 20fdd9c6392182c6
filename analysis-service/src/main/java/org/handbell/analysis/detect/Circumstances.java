package org.handbell.analysis.detect;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.handbell.analysis.register.Register;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Post;
import org.handbell.contract.RegisterEvent.Staff;

/// What is known around a post: where it stands, whose account it is, the trust at that time.
///
/// @param account as registered
/// @param register the trust as it stands
public record Circumstances(Post post, Registered account, Register register) {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    /// Who wrote it: in a group the named author where the register knows them, else the holder.
    public Optional<Staff> author() {
        var named = post.author();
        return named == null ? register.staff(account.holderId()) : register.staff(named);
    }

    /// The id of the person whose children and permissions count.
    public String authorId() {
        return author().map(Staff::entryId).orElse(account.holderId());
    }

    public boolean governor() {
        return author().map(Staff::governor).orElse(false);
    }

    /// When it was posted, on the school's clock.
    public ZonedDateTime schoolTime() {
        return post.postedAt().atZone(SCHOOL_TIME);
    }
}
