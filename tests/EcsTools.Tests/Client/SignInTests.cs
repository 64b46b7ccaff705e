using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Client;

/// <summary>A profile whose SSO token has expired: a user at the prompt signs in, and a script gets an error with the command for it.</summary>
[Collection(AloneCollection.Name)]
public sealed class SignInTests
{
    private const string RoleKeys = """{"roleCredentials":{"accessKeyId":"SIGNEDIN","secretAccessKey":"x","sessionToken":"y","expiration":4102444800000}}""";

    /// <summary>A start page of its own for each test: the SDK keeps the tokens of a page for the whole process.</summary>
    private readonly string start = $"https://{Guid.NewGuid():N}.awsapps.com/start";

    [Fact]
    public void At_a_prompt_a_code_is_shown_and_the_command_goes_on()
    {
        using var oidc = Oidc();
        using var portal = new HttpPeer(HttpPeer.Ok(RoleKeys));
        using var ecs = new HttpPeer(HttpPeer.Ok("""{"clusterArns":[]}"""));
        using var environment = Environment(oidc, portal);
        var host = new AnsweringHost();
        using var prompt = new EcsPrompt(host);
        prompt.Run($"Get-EcsCluster -ProfileName sso -Region us-east-1 -EndpointUrl {ecs.Url}").Clean();
        Assert.Contains("Credential=SIGNEDIN/", ecs.Received[0].Headers["authorization"], StringComparison.Ordinal);
        Assert.Contains(host.Lines, line => line.Contains("open https://device.example/ and enter the code ABCD-EFGH", StringComparison.Ordinal));
        Assert.Equal("new-token", portal.Received[0].Headers["x-amz-sso_bearer_token"]);
    }

    /// <summary>A role that is assumed with the credentials of a profile that signs in.</summary>
    [Fact]
    public void A_role_whose_source_profile_signs_in_does_too()
    {
        using var oidc = Oidc();
        using var portal = new HttpPeer(HttpPeer.Ok(RoleKeys));
        using var sts = new HttpPeer(HttpPeer.Ok("""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>ASSUMED</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>y</SessionToken><Expiration>2099-12-31T00:00:00Z</Expiration>
            </Credentials></AssumeRoleResult></AssumeRoleResponse>
            """));
        using var ecs = new HttpPeer(HttpPeer.Ok("""{"clusterArns":[]}"""));
        using var environment = Environment(oidc, portal).Set("AWS_ENDPOINT_URL_STS", sts.Url);
        var host = new AnsweringHost();
        using var prompt = new EcsPrompt(host);
        prompt.Run($"Get-EcsCluster -ProfileName deploy -Region us-east-1 -EndpointUrl {ecs.Url}").Clean();
        Assert.Contains("Credential=ASSUMED/", ecs.Received[0].Headers["authorization"], StringComparison.Ordinal);
        Assert.Contains("Credential=SIGNEDIN/", sts.Received[0].Headers["authorization"], StringComparison.Ordinal);
        Assert.Contains(host.Lines, line => line.Contains("ABCD-EFGH", StringComparison.Ordinal));
    }

    [Theory, InlineData("sso"), InlineData("deploy")]
    public void Where_nobody_sits_nothing_is_asked_and_the_error_says_how(string profile)
    {
        using var oidc = Oidc();
        using var portal = new HttpPeer(HttpPeer.Ok("{}"));
        using var environment = Environment(oidc, portal).Set("CI", "true");
        using var prompt = new EcsPrompt(new AnsweringHost());
        var said = prompt.Run($"Get-EcsCluster -ProfileName {profile} -Region us-east-1 -EndpointUrl http://127.0.0.1:1");
        Assert.Contains("aws sso login --profile sso", $"{said.Ended?.Message}{string.Join(' ', said.Errors)}", StringComparison.Ordinal);
        Assert.Empty(oidc.Received);
    }

    private static HttpPeer Oidc() => new(
        HttpPeer.Ok("""{"clientId":"c","clientSecret":"s","clientIdIssuedAt":1,"clientSecretExpiresAt":4102444800}"""),
        HttpPeer.Ok("""{"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"https://device.example/","verificationUriComplete":"https://device.example/?code=ABCD-EFGH","expiresIn":600,"interval":1}"""),
        HttpPeer.Ok("""{"accessToken":"new-token","tokenType":"Bearer","expiresIn":3600}"""));

    private AwsEnvironment Environment(HttpPeer oidc, HttpPeer portal)
    {
        var home = Directory.CreateDirectory(Path.Combine(AwsSandbox.Folder, $"home-{Guid.NewGuid():N}")).FullName;
        return new AwsEnvironment().Set("HOME", home).Set("USERPROFILE", home).Set("CI", "").Set("BROWSER", "true").Set("AWS_ENDPOINT_URL_SSO", portal.Url).Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Url)
            .Config($"[profile sso]\nsso_start_url = {start}\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = admin\n[profile deploy]\nrole_arn = arn:aws:iam::123456789012:role/deploy\nsource_profile = sso\n");
    }
}
