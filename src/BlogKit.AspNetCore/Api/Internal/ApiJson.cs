using System.Text.Json;
using System.Text.Json.Serialization;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The JSON of the API, made at compile time. Unknown and repeated members are refused rather than passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = 64,
    Converters =
    [
        typeof(ApiEnum<BulkAction>),
        typeof(ApiEnum<CommenterKind>),
        typeof(ApiEnum<CommentHolder>),
        typeof(ApiEnum<CommentKind>),
        typeof(ApiEnum<CommentMode>),
        typeof(ApiEnum<CommentStatus>),
        typeof(ApiEnum<FlagKind>),
        typeof(ApiEnum<ModerationAction>),
        typeof(ApiEnum<ModerationOutcome>),
        typeof(ApiEnum<ModerationPreset>),
        typeof(ApiEnum<ModerationSensitivity>),
        typeof(ApiEnum<OwnCommentStanding>),
        typeof(ApiEnum<PostKind>),
        typeof(ApiEnum<PostFormat>),
        typeof(ApiEnum<PostStatus>),
        typeof(ApiEnum<PostVisibility>),
        typeof(ApiEnum<WhyHereKind>),
        typeof(ApiMoment),
    ])]
[JsonSerializable(typeof(ApiAppeal))]
[JsonSerializable(typeof(ApiAuthorList))]
[JsonSerializable(typeof(ApiAuthorProfile))]
[JsonSerializable(typeof(ApiBacktest))]
[JsonSerializable(typeof(ApiBacktestReport))]
[JsonSerializable(typeof(ApiBan))]
[JsonSerializable(typeof(ApiBanList))]
[JsonSerializable(typeof(ApiBlog))]
[JsonSerializable(typeof(ApiBulk))]
[JsonSerializable(typeof(ApiBulkResult))]
[JsonSerializable(typeof(ApiCase))]
[JsonSerializable(typeof(ApiCategoryList))]
[JsonSerializable(typeof(ApiCommentPreview))]
[JsonSerializable(typeof(ApiCommentText))]
[JsonSerializable(typeof(ApiCounts))]
[JsonSerializable(typeof(ApiDeskComment))]
[JsonSerializable(typeof(ApiDeskPost))]
[JsonSerializable(typeof(ApiDeskPostList))]
[JsonSerializable(typeof(ApiDisplayName))]
[JsonSerializable(typeof(ApiFeedback))]
[JsonSerializable(typeof(ApiFlag))]
[JsonSerializable(typeof(ApiFlagged))]
[JsonSerializable(typeof(ApiLog))]
[JsonSerializable(typeof(ApiMarkdown))]
[JsonSerializable(typeof(ApiNewBan))]
[JsonSerializable(typeof(ApiNewComment))]
[JsonSerializable(typeof(ApiNothing))]
[JsonSerializable(typeof(ApiOneComment))]
[JsonSerializable(typeof(ApiOwnReaction))]
[JsonSerializable(typeof(ApiOwnState))]
[JsonSerializable(typeof(ApiPassword))]
[JsonSerializable(typeof(ApiPinned))]
[JsonSerializable(typeof(ApiPost))]
[JsonSerializable(typeof(ApiPostInput))]
[JsonSerializable(typeof(ApiPostList))]
[JsonSerializable(typeof(ApiPostPreview))]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(ApiPublish))]
[JsonSerializable(typeof(ApiQueue))]
[JsonSerializable(typeof(ApiReason))]
[JsonSerializable(typeof(ApiReplies))]
[JsonSerializable(typeof(ApiRevisionList))]
[JsonSerializable(typeof(ApiSchedule))]
[JsonSerializable(typeof(ApiSearchPage))]
[JsonSerializable(typeof(ApiSeriesList))]
[JsonSerializable(typeof(ApiStoredReply))]
[JsonSerializable(typeof(ApiSubmitted))]
[JsonSerializable(typeof(ApiTagList))]
[JsonSerializable(typeof(ApiThread))]
[JsonSerializable(typeof(ApiVote))]
internal sealed partial class ApiJson : JsonSerializerContext;
