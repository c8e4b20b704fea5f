package insights.platform.demo;

import java.util.Map;

/** An account at a destination, looked into over the destination's own API. */
public interface Account {

    /** How many requests with its key were made so far, by the stand-in's own count. */
    int requests();

    /** All contacts, by e-mail address in lower case. */
    Map<String, Contact> contacts();
}
