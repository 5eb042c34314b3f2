using System.Text.Json.Nodes;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Why one comment was left as it is.</summary>
internal sealed record ApiBulkFailure(CommentId Id, string Code, string Detail, JsonObject Arguments);
