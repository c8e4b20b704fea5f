package insights.export.definition;
import jakarta.ws.rs.*; import jakarta.validation.Valid; import jakarta.validation.constraints.*; import jakarta.annotation.security.*;
import io.smallrye.common.annotation.RunOnVirtualThread;
@Path("/exports") @RunOnVirtualThread
public class ExportResource {
  record Req(@NotBlank String displayName) {}
  @GET @RolesAllowed("viewer") public String l(@QueryParam("limit") @Max(200) @Min(1) @DefaultValue("50") int limit, @QueryParam("after") String after) { insights.common.page.Cursor.decode(after); return "{}"; }
  @jakarta.ws.rs.Consumes("application/json") @POST @RolesAllowed("contributor") public String p(@NotNull @Valid Req r) { return "{}"; }
}
