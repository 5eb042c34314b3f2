using System.Text.Json.Serialization;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>
/// Every item of a copy as bytes, to compare them by: whatever a record comes to have is compared without a further line.
/// </summary>
[JsonSourceGenerationOptions(Converters = [typeof(TicksJsonConverter)])]
[JsonSerializable(typeof(TransferredBlog))]
[JsonSerializable(typeof(TransferredAuthor))]
[JsonSerializable(typeof(TransferredCategory))]
[JsonSerializable(typeof(TransferredSeries))]
[JsonSerializable(typeof(TransferredFooterBlock))]
[JsonSerializable(typeof(TransferredPost))]
[JsonSerializable(typeof(TransferredFormerSlug))]
[JsonSerializable(typeof(TransferredPostRevision))]
[JsonSerializable(typeof(TransferredComment))]
[JsonSerializable(typeof(TransferredCommentRevision))]
[JsonSerializable(typeof(TransferredFeedback))]
[JsonSerializable(typeof(TransferredFlag))]
[JsonSerializable(typeof(TransferredPurgedComment))]
[JsonSerializable(typeof(TransferredRecord))]
[JsonSerializable(typeof(TransferredBan))]
[JsonSerializable(typeof(TransferredDisplayName))]
[JsonSerializable(typeof(TransferredAutosave))]
[JsonSerializable(typeof(TransferredModel))]
[JsonSerializable(typeof(TransferredImport))]
[JsonSerializable(typeof(TransferredOrigin))]
[JsonSerializable(typeof(TransferredRedirect))]
internal sealed partial class TransferJson : JsonSerializerContext;
