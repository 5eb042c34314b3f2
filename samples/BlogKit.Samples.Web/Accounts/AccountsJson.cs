using System.Text.Json.Serialization;

namespace BlogKit.Samples.Web.Accounts;

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Account[]))]
[JsonSerializable(typeof(Dictionary<string, DateTimeOffset>))]
internal sealed partial class AccountsJson : JsonSerializerContext;
