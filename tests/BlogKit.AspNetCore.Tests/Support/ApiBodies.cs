namespace BlogKit.AspNetCore.Tests;

/// <summary>Bodies that the API's operations take.</summary>
internal static class ApiBodies
{
    /// <summary>A body that the operation takes.</summary>
    public static string Valid(string operation) => operation switch
    {
        "createPost" or "updatePost" => """{"title":"T","markdown":"x"}""",
        "previewPost" => """{"markdown":"x"}""",
        "schedulePost" => """{"publishAt":"2099-01-01T00:00:00Z"}""",
        "setPostPassword" => """{"password":"open sesame"}""",
        "submitComment" => """{"name":"Max","email":"max@example.org","body":"x"}""",
        "editComment" or "previewComment" => """{"body":"x"}""",
        "chooseDisplayName" => """{"displayName":"Zoe"}""",
        "voteOnComment" => """{"value":1}""",
        "reactToComment" => """{"key":null}""",
        "flagComment" => """{"kind":"spam"}""",
        "appealComment" => """{"text":"x"}""",
        "pinComment" => """{"pinned":true}""",
        "moderateMany" => """{"action":"hold","comments":[]}""",
        "banWriter" => """{"key":"user:x"}""",
        "backtestPreset" => """{"preset":"none"}""",
        _ => "{}",
    };
}
