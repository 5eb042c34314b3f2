using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>What is kept as JSON inside a column: small lists nobody searches by. Null stands for the empty one.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ImmutableArray<ModerationFinding>))]
[JsonSerializable(typeof(ImmutableArray<ShadowVerdict>))]
[JsonSerializable(typeof(ImmutableArray<AskedWindow>))]
[JsonSerializable(typeof(ImmutableArray<long>))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<ReactionCount>))]
[JsonSerializable(typeof(ImmutableArray<ReactionKind>))]
[JsonSerializable(typeof(ImmutableArray<AuthorLink>))]
[JsonSerializable(typeof(ImmutableArray<Heading>))]
[JsonSerializable(typeof(ImmutableArray<Tag>))]
[JsonSerializable(typeof(ImmutableArray<PostField>))]
[JsonSerializable(typeof(FeaturedImage))]
[JsonSerializable(typeof(SeoFields))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    private static readonly SeoFields s_noSeo = new();

    public static string? Write<T>(ImmutableArray<T> items, JsonTypeInfo<ImmutableArray<T>> type) =>
        items.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(items, type);

    public static ImmutableArray<T> Read<T>(Statement row, int column, JsonTypeInfo<ImmutableArray<T>> type) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Blob(column), type);

    /// <summary>A list as one parameter, for <c>json_each</c>.</summary>
    public static string List<T>(ImmutableArray<T> items, JsonTypeInfo<ImmutableArray<T>> type) => Write(items, type) ?? "[]";

    public static string? Write(FeaturedImage? image) => image is null ? null : JsonSerializer.Serialize(image, Default.FeaturedImage);

    public static FeaturedImage? ReadImage(Statement row, int column) =>
        row.IsNull(column) ? null : JsonSerializer.Deserialize(row.Blob(column), Default.FeaturedImage);

    public static string? Write(SeoFields seo) => seo == s_noSeo ? null : JsonSerializer.Serialize(seo, Default.SeoFields);

    public static SeoFields ReadSeo(Statement row, int column) =>
        row.IsNull(column) ? s_noSeo : JsonSerializer.Deserialize(row.Blob(column), Default.SeoFields)!;
}
