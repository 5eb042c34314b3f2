using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>How items of a copy are written for files: the mapping of <see cref="TransferJson"/>, named and read strictly.</summary>
internal static class TransferTextOptions
{
    public static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new TransferJson().WithAddedModifier(KeepWhatIsWritten),
            Converters =
            {
                new MomentJsonConverter(),
                new Base64JsonConverter(),
                new OldAddressJsonConverter(),
                new RedirectTargetJsonConverter(),
                new RolesJsonConverter(),
                new NameJsonConverter<CommentHolder>(),
                new NameJsonConverter<CommentKind>(),
                new NameJsonConverter<CommentMode>(),
                new NameJsonConverter<CommenterKind>(),
                new NameJsonConverter<CommentStatus>(),
                new NameJsonConverter<EvidenceField>(),
                new NameJsonConverter<FlagKind>(),
                new NameJsonConverter<FooterBlockKind>(),
                new NameJsonConverter<FooterBlockScope>(),
                new NameJsonConverter<ModerationAction>(),
                new NameJsonConverter<ModerationOutcome>(),
                new NameJsonConverter<ModerationSensitivity>(),
                new NameJsonConverter<OriginKind>(),
                new NameJsonConverter<PostFormat>(),
                new NameJsonConverter<PostKind>(),
                new NameJsonConverter<PostStatus>(),
                new NameJsonConverter<PostVisibility>(),
                new NameJsonConverter<Vote>(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    // What follows from other members is not written, and would be read without a word. What must be there must be written.
    private static void KeepWhatIsWritten(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null)
            {
                type.Properties.RemoveAt(i);
            }
            else
            {
                property.IsRequired = property.PropertyType.IsValueType
                    ? Nullable.GetUnderlyingType(property.PropertyType) is null
                    : !property.IsSetNullable;
            }
        }
    }
}
