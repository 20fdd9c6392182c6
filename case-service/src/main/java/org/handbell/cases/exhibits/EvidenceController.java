package org.handbell.cases.exhibits;

import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

@Controller
class EvidenceController {

    private final ReadEvidence readEvidence;

    EvidenceController(ReadEvidence readEvidence) {
        this.readEvidence = readEvidence;
    }

    @GetMapping("/cases/{reference}/evidence")
    String evidence(
            @AuthenticationPrincipal SignedIn person, @PathVariable String reference, Model model) {
        var evidence =
                readEvidence
                        .read(person.personId(), reference)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("evidence", evidence);
        model.addAttribute("reference", evidence.reference());
        return "cases/exhibits/evidence";
    }
}
