package insights.platform.identity;

/** A person who can sign in on the local platform. The password is no secret: it is in the realm file. */
public record User(String name, String password, String role) {}
