package org.handbell.cases.signin;

/// A setting that ends the start: which one, what is wrong with it, and what to do.
class SettingFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fault;
    private final String remedy;

    SettingFault(String setting, String problem, String remedy) {
        super(setting + " " + problem + ". " + remedy);
        this.fault = setting + " " + problem + ".";
        this.remedy = remedy;
    }

    static void unless(boolean fits, String setting, String problem, String remedy) {
        if (!fits) {
            throw new SettingFault(setting, problem, remedy);
        }
    }

    String fault() {
        return fault;
    }

    String remedy() {
        return remedy;
    }
}
