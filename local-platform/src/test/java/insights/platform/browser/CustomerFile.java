package insights.platform.browser;

/** A small file of customers as a shop writes it: two without an address, one with a damaged one, one who is there twice. */
final class CustomerFile {

    /** How many of them can be written to. */
    static final int WRITABLE = 18;

    /** How many cannot, for three different reasons. */
    static final int REJECTED = 4;

    private CustomerFile() {}

    /** Of people of one language, whose ids and addresses begin with it. */
    static String of(String language) {
        StringBuilder file = new StringBuilder("customer_id,email,first_name,last_name,language,orders,signed_up\n");
        for (int number = 1; number <= WRITABLE + REJECTED; number++) {
            String address = "%s-%d@example.com".formatted(language, number);
            String email =
                    switch (number) {
                        case 3, 7 -> "";
                        case 11 -> address.replace("@", " at ");
                        case 15 -> "%s-1@example.com".formatted(language);
                        default -> address;
                    };
            file.append("%s-%02d,%s,First%d,Last%d,%s,%d,2025-01-%02d\n"
                    .formatted(language, number, email, number, number, language, number % 5, number));
        }
        return file.toString();
    }
}
