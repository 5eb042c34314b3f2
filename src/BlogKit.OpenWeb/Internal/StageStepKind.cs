namespace BlogKit.OpenWeb.Internal;

internal enum StageStepKind
{
    Draft,
    Review,
    Publish,
    Schedule,
    MakePrivate,
    SetDate,
}
