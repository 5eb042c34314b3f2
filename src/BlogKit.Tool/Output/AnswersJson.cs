using System.Text.Json;
using System.Text.Json.Serialization;
using BlogKit.Moderation;

namespace BlogKit.CommandLine;

/// <summary>Writes answers as JSON. Only ASCII comes out, so that neither a terminal nor a code page can get it wrong.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(CamelCase<CommenterKind>),
        typeof(CamelCase<CommentStatus>),
        typeof(CamelCase<EvidenceField>),
        typeof(CamelCase<ModerationAction>),
        typeof(CamelCase<ModerationOutcome>),
        typeof(CamelCase<PostKind>),
        typeof(CamelCase<PostStatus>),
        typeof(CamelCase<PostVisibility>),
        typeof(CamelCase<ThreadClosedReason>),
    ])]
[JsonSerializable(typeof(InitAnswer))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(ShowAnswer))]
[JsonSerializable(typeof(WriteAnswer))]
[JsonSerializable(typeof(CommentAnswer))]
[JsonSerializable(typeof(ModerationAnswer))]
[JsonSerializable(typeof(QueueAnswer))]
[JsonSerializable(typeof(LogAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(CountsAnswer))]
[JsonSerializable(typeof(BackupAnswer))]
[JsonSerializable(typeof(RestoreAnswer))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(RerenderAnswer))]
[JsonSerializable(typeof(StaticExportAnswer))]
[JsonSerializable(typeof(ExportWxrAnswer))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(CopyAnswer))]
[JsonSerializable(typeof(ImportsAnswer))]
[JsonSerializable(typeof(UndoImportAnswer))]
[JsonSerializable(typeof(RedirectsAnswer))]
[JsonSerializable(typeof(RedirectItem))]
[JsonSerializable(typeof(RemovedRedirectsAnswer))]
[JsonSerializable(typeof(SavedRedirectsAnswer))]
[JsonSerializable(typeof(EvaluateAnswer))]
[JsonSerializable(typeof(TrainAnswer))]
[JsonSerializable(typeof(ExplainAnswer))]
[JsonSerializable(typeof(BacktestAnswer))]
[JsonSerializable(typeof(FailureAnswer))]
internal sealed partial class AnswersJson : JsonSerializerContext
{
    private sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
        where T : struct, Enum;
}
