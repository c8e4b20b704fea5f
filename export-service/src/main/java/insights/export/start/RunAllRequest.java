package insights.export.start;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How all exports are to be run. Nothing of it can be chosen: what removes many people is confirmed export by export. */
@Schema(examples = """
        {}""")
public record RunAllRequest() {}
