using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlogKit.Samples.Embed.Pages;

public sealed class PrivacyModel : PageModel
{
    public void OnGet()
    {
    }
}

