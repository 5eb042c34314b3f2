namespace BlogKit.AspNetCore.Internal;

internal enum StageStepKind
{
    Draft,
    Review,
    Publish,
    Schedule,
    MakePrivate,
    SetDate,
}
