using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes and reads an enumeration by the names of its members, <c>pending-review</c> for <c>PendingReview</c>.</summary>
internal sealed class ApiEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
