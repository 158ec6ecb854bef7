"""The nouns of counted things, and their singular.

`PERSONS` count people and are interchangeable within one quantity; `THINGS` are all else that
copy counts. Neither is taken for a misspelt unit, however near: a meal is no metre and a lecture
no hectare. A noun that is also the name of a unit (a cup, a bar, a stone) is the unit's, and
stands in neither list.
"""

from __future__ import annotations


def singular(word: str) -> str:
    """The lower-case singular of an English noun; a singular is returned as it is.

    In a phrase the noun is the last word ("police officers" is "police officer"), or the last
    before "of". By rule where the noun is not in `IRREGULAR`, so that a word in no dictionary has
    a singular too.
    """
    lower = word.lower()
    known = IRREGULAR.get(lower)
    if known is not None:
        return known
    head, of, rest = lower.partition(" of ")
    if of:
        return singular(head) + of + rest
    cut = max(lower.rfind(" "), lower.rfind("-")) + 1
    if cut:
        return lower[:cut] + singular(lower[cut:])
    one = _by_rule(lower)
    return IRREGULAR.get(one, one)


def _by_rule(word: str) -> str:
    for plural, one in _PLURAL_SUFFIXES:
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word[: -len(plural)] + one
    if not word.endswith("s") or word.endswith(_SINGULAR_ENDINGS) or len(word) < 3:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("uses") and not word.endswith(("ouses", "auses")):
        return word[:-2]
    if word.endswith(_WITH_ES):
        return word[:-2]
    return word[:-1]


_PLURAL_SUFFIXES = (("men", "man"), ("people", "person"), ("children", "child"))
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s", "’s")
_WITH_ES = ("sses", "xes", "ches", "shes", "zzes", "tzes", "oes")
"""Endings whose plural adds "es" and not "s"; the exceptions are in `IRREGULAR`."""


def _words(text: str) -> frozenset[str]:
    """The words of blocks like those below; this is most of what importing the module takes."""
    one_line = text.replace("\n    ", " ").replace(",  ", ", ")
    return frozenset(one_line.strip(" ,").split(", "))


PERSONS: frozenset[str] = _words(
    # In general, and by age and family
    """
    adolescent, adult, ancestor, aunt, baby, babysitter, bachelor, boomer, boy, boyfriend,
    breadwinner, brother, caregiver, carer, centenarian, child, citizen, civilian, classmate,
    cousin, dad, daughter, dependant, dependent, descendant, elder, enemy, father, female, fiancé,
    fiancée, flatmate, folk, friend, gentleman, girl, girlfriend, godfather, godmother, godparent,
    grandchild, granddad, granddaughter, grandfather, grandmother, grandparent, grandson,
    great-grandchild, guardian, guy, heir, heiress, homemaker, housemate, housewife, human, husband,
    individual, infant, inhabitant, islander, juvenile, kid, lad, lady, lass, local, lover, male,
    man, mate, millennial, minor, mom, mother, mum, neighbor, neighbour, nephew, newborn, niece,
    nonagenarian, noncitizen, octogenarian, orphan, parent, partner, pensioner, person, relative,
    resident, retiree, roommate, runaway, schoolboy, schoolchild, schoolgirl, senior, sibling,
    sister, son, soul, spouse, stepbrother, stepchild, stepdaughter, stepfather, stepmother,
    stepsister, stepson, stranger, teen, teenager, toddler, townsperson, triplet, twentysomething,
    twin, uncle, villager, widow, widower, wife, woman, year-old, youngster, youth,
    """
    # Health, and the dead
    """
    addict, alcoholic, amputee, anaesthetist, anesthesiologist, asthmatic, cardiologist, casualty,
    chiropractor, clinician, consultant, coroner, counsellor, counselor, dead, death, deceased,
    decedent, dentist, dermatologist, diabetic, dietitian, dispatcher, doctor, donor, drinker,
    epidemiologist, epileptic, fatality, gp, gynaecologist, gynecologist, haematologist, hygienist,
    immunologist, inpatient, invalid, medic, midwife, neurologist, neurosurgeon, nonsmoker, nurse,
    obstetrician, oncologist, optician, optometrist, osteopath, outpatient, paediatrician,
    paramedic, paraplegic, pathologist, patient, pediatrician, pharmacist, pharmacologist,
    physician, physiotherapist, practitioner, psychiatrist, psychologist, radiologist, recipient,
    smoker, specialist, sufferer, surgeon, survivor, therapist, transplantee, undertaker, urologist,
    user, vaccinee, vaper, vet, veterinarian, victim, virologist,
    """
    # Work
    """
    accountant, actuary, administrator, adviser, advisor, air traffic controller, analyst,
    apprentice, architect, assistant, attendant, auctioneer, auditor, baker, banker, barber,
    barista, bartender, billionaire, blacksmith, boatman, bodyguard, bondholder, bookkeeper,
    borrower, boss, bouncer, breadmaker, brewer, bricklayer, broker, builder, bureaucrat,
    businessman, businessperson, businesswoman, butcher, buyer, cabbie, captain, cardholder,
    caretaker, carpenter, cashier, caterer, cattleman, chauffeur, chef, chief, childminder, cleaner,
    clerk, client, coder, collaborator, colleague, conductor, consumer, contractor, controller,
    cook, coordinator, copilot, courier, cowboy, coworker, craftsman, creditor, crewman, crewmember,
    custodian, customer, dealer, debtor, decorator, depositor, designer, developer, director,
    docker, driver, earner, economist, electrician, employee, employer, engineer, entrepreneur,
    executive, farmer, farmhand, farmworker, filer, financier, fisherman, flight attendant, foreman,
    founder, freelancer, functionary, gardener, grocer, grower, guard, guide, hairdresser, handler,
    handyman, helper, hire, homebuyer, homeowner, housekeeper, industrialist, instructor, intern,
    interpreter, interviewee, interviewer, investor, janitor, jeweler, jeweller, job seeker,
    jobseeker, laborer, labourer, landlady, landlord, leaseholder, lender, librarian, lifeboatman,
    lifeguard, lineman, locksmith, lodger, longshoreman, mailman, manager, mariner, mechanic,
    member, mentee, mentor, merchant, middleman, milliner, millionaire, miner, motorist, nanny,
    novice, officer, official, ombudsman, operative, owner, painter, paralegal, personnel, picketer,
    pilot, plumber, policyholder, porter, postman, potter, predecessor, programmer, proprietor,
    publicist, rancher, ratepayer, realtor, receptionist, recruit, recruiter, renter, repairman,
    researcher, retailer, reviewer, roofer, sailor, salesman, salesperson, saleswoman, saver,
    scientist, scout, seafarer, seaman, seamstress, secretary, seller, shareholder, shepherd,
    shopkeeper, shopper, skipper, sponsor, staff, staffer, stenographer, stevedore, steward,
    stewardess, stockbroker, stockholder, strategist, strikebreaker, striker, subcontractor,
    subscriber, successor, superintendent, supervisor, tailor, taxpayer, technician, telemarketer,
    temp, tenant, trader, tradesman, trainee, translator, trucker, typist, unionist, usher, valet,
    vendor, waiter, waitress, watchman, weaver, welder, whistleblower, worker, workman,
    """
    # School and science
    """
    academic, alumna, alumnus, anthropologist, archaeologist, astronaut, astronomer, biographer,
    biologist, botanist, chemist, climatologist, cosmonaut, criminologist, dean, demographer,
    dropout, ecologist, educator, examiner, fellow, first grader, freshman, freshwoman, geologist,
    governor, graduate, headteacher, historian, invigilator, kindergartner, laureate, learner,
    lecturer, linguist, mathematician, meteorologist, neuroscientist, oceanographer, philosopher,
    physicist, postgraduate, preschooler, principal, professor, pupil, scholar, schoolteacher,
    sociologist, sophomore, statistician, student, teacher, truant, tutor, undergraduate, zoologist,
    """
    # Police, courts and prisons
    """
    abductee, abuser, accomplice, accused, adjuster, agent, angler, appellant, arrestee, arsonist,
    assailant, assassin, attacker, attendee, attorney, bandit, barrister, bather, biker,
    birdwatcher, blackmailer, boater, bootlegger, burglar, bystander, camper, captive, castaway,
    cellmate, churchgoer, claimant, climber, clubber, commuter, complainant, concertgoer, constable,
    convict, cop, counterfeiter, criminal, culprit, cyclist, defendant, delegate, deputy, detainee,
    detective, diver, embezzler, escapee, evacuee, exhibitor, eyewitness, felon, festivalgoer,
    firefighter, fireman, fraudster, fugitive, gangster, guest, gunman, hacker, hijacker, hiker,
    hitchhiker, holidaymaker, hooligan, hostage, hunter, informant, informer, inmate, inspector,
    intruder, investigator, jogger, judge, juror, justice, kayaker, kidnapper, killer, lawyer,
    lieutenant, litigant, looter, magistrate, marshal, mobster, motorcyclist, mountaineer,
    moviegoer, murderer, offender, onlooker, outlaw, paedophile, parolee, partygoer, passenger,
    passer-by, patrolman, pedestrian, pedophile, perpetrator, pilgrim, pimp, pirate, plaintiff,
    poacher, police, policeman, policewoman, prisoner, probationer, prosecutor, prostitute, racer,
    raider, rambler, ranger, rapist, reoffender, rescuer, reveler, reveller, rider, rioter, robber,
    scammer, sentry, sergeant, sheriff, shooter, shoplifter, skater, skier, smuggler, snowboarder,
    solicitor, spectator, squatter, stalker, stowaway, surfer, suspect, swimmer, theatregoer, thief,
    tourist, trafficker, traveler, traveller, trespasser, trooper, vacationer, vagrant, vandal,
    visitor, walker, warden, whistle-blower, witness,
    """
    # War and migration
    """
    admiral, airman, alien, asylum seeker, asylum-seeker, aviator, brigadier, cadet, centurion,
    colonel, combatant, commander, commando, conscript, corporal, crosser, defector, deportee,
    deserter, draftee, dreamer, emigrant, entrant, ex-soldier, exile, expat, expatriate, extremist,
    fascist, fighter, foreigner, guardsman, guerrilla, gunner, houthi, immigrant, infantryman,
    insurgent, jihadi, jihadist, legionnaire, marine, martyr, mercenary, migrant, militant,
    militiaman, minister, mujahideen, national, nationalist, newcomer, nomad, paratrooper, partisan,
    peacekeeper, radical, rebel, refugee, reservist, returnee, rifleman, separatist, serviceman,
    servicemember, servicewoman, settler, sharpshooter, sniper, soldier, spy, taliban, terrorist,
    troop, veteran, vip, warrior,
    """
    # Politics and faith
    """
    activist, adventist, advocate, agnostic, aide, alderman, alderwoman, ambassador, anglican,
    appointee, archbishop, assemblyman, assemblywoman, atheist, backbencher, backer, baptist,
    believer, benefactor, bishop, buddhist, campaigner, candidate, canvasser, cardinal, catholic,
    chairman, chairperson, chairwoman, chancellor, chaperone, chaplain, christian, clergy,
    clergyman, cleric, commentator, commissioner, communist, congregant, congressman, congresswoman,
    conservative, constituent, consul, contributor, convert, councillor, councilman, councilor,
    councilwoman, critic, deacon, democrat, demonstrator, diplomat, dissident, duke, elector, envoy,
    episcopalian, evangelical, faithful, friar, fundamentalist, hindu, humanitarian, imam,
    incumbent, independent, jesuit, jew, king, lawmaker, legislator, liberal, lobbyist, lord,
    loyalist, lutheran, marcher, mayor, mediator, methodist, missionary, mla, monk, mormon, mp,
    muslim, negotiator, nominee, nonvoter, nun, observer, officeholder, opponent, pagan,
    parishioner, participant, pastor, patron, peer, petitioner, politician, pope, preacher, premier,
    presbyterian, president, priest, prince, princess, protestant, protester, protestor, quaker,
    queen, rabbi, regulator, representative, republican, respondent, royal, saint, selectman,
    seminarian, senator, shiite, signatory, sikh, socialist, spokesman, spokesperson, spokeswoman,
    sunni, supporter, trustee, vicar, volunteer, voter, whip, worshiper, worshipper,
    """
    # Sport, media and culture
    """
    acrobat, actor, actress, amateur, archer, artist, athlete, author, batsman, batter, beginner,
    bidder, blogger, bowler, boxer, broadcaster, busker, cameraman, celebrity, cellist, champion,
    choreographer, coach, collector, columnist, comedian, competitor, composer, contestant,
    correspondent, cricketer, curator, dancer, defender, drummer, editor, entertainer, enthusiast,
    expert, fan, fencer, fielder, film-maker, filmmaker, finisher, follower, footballer, gamer,
    goalkeeper, golfer, guitarist, gymnast, hobbyist, host, hostess, influencer, invitee, jockey,
    journalist, juggler, linebacker, listener, loser, magician, marathoner, matador, medalist,
    medallist, midfielder, musician, narrator, novelist, olympian, organiser, organist, organizer,
    paralympian, performer, photographer, photojournalist, pianist, pitcher, player, playwright,
    podcaster, poet, presenter, producer, professional, publisher, quarterback, rapper, reader,
    referee, reporter, rookie, rower, runner, screenwriter, sculptor, shortstop, singer, songwriter,
    sprinter, streamer, stuntman, substitute, superstar, teammate, trainer, umpire, viewer,
    violinist, winner, wrestler, writer, youtuber,
    """
    # Circumstances
    """
    absentee, adopter, adversary, applicant, aristocrat, attender, bearer, beggar, beneficiary,
    bisexual, bride, bridesmaid, caller, commoner, complainer, contemporary, divorcee, divorcé,
    divorcée, dweller, enrollee, explorer, giver, grad, groom, hero, heroine, heterosexual, holder,
    homeless, homosexual, hopeful, insider, inventor, jobless, latecomer, leader, leaver,
    left-hander, lesbian, licensee, loner, mogul, newlywed, noble, occupant, oligarch, outcast,
    outsider, passerby, peasant, philanthropist, pioneer, questioner, redhead, registrant,
    responder, serf, servant, signer, slave, speaker, stakeholder, texter, transsexual, tycoon,
    unemployed, vegan, vegetarian,
    """
    # Nationalities and peoples
    """
    aboriginal, afghan, african, alaskan, albanian, algerian, american, angolan, apache, arab,
    argentine, argentinian, armenian, asian, aussie, australian, austrian, azerbaijani, bahamian,
    bahraini, bangladeshi, basque, belarusian, belgian, beninese, bhutanese, bolivian, bosnian,
    botswanan, brazilian, breton, brit, british, briton, bulgarian, burkinabe, burmese, burundian,
    californian, cambodian, cameroonian, canadian, catalan, chadian, chilean, chinese, colombian,
    congolese, copt, corsican, costa rican, croat, croatian, cuban, cypriot, czech, dane, dominican,
    druze, dutch, dutchman, dutchwoman, easterner, ecuadorean, ecuadorian, egyptian, emirati,
    english, englishman, englishwoman, eritrean, estonian, ethiopian, european, fijian, filipina,
    filipino, finn, floridian, french, frenchman, frenchwoman, gabonese, gambian, gazan, georgian,
    german, ghanaian, glaswegian, greek, greenlander, guatemalan, guinean, guyanese, haitian,
    hawaiian, hispanic, hollander, honduran, hong konger, hoosier, hungarian, icelander, indian,
    indonesian, inuit, iranian, iraqi, irish, irishman, irishwoman, islamist, israeli, italian,
    ivorian, jamaican, japanese, jordanian, kazakh, kenyan, korean, kosovan, kurd, kuwaiti, kyrgyz,
    lao, laotian, latina, latino, latvian, lebanese, liberian, libyan, lithuanian, liverpudlian,
    londoner, luxembourger, macedonian, malagasy, malawian, malaysian, maldivian, malian, maltese,
    mancunian, maori, mauritanian, mexican, michigander, mohawk, moldovan, mongolian, montenegrin,
    moroccan, mozambican, namibian, native, navajo, nepalese, nepali, new yorker, new zealander,
    nicaraguan, nigerian, nigerien, northerner, norwegian, ohioan, omani, pakistani, palestinian,
    panamanian, papuan, paraguayan, parisian, pennsylvanian, peruvian, pole, portuguese, puerto
    rican, qatari, rhodesian, rohingya, romanian, russian, rwandan, salvadoran, samoan, saudi,
    scandinavian, scot, scotsman, scottish, senegalese, serb, serbian, sicilian, sierra leonean,
    singaporean, sinhalese, slovak, slovene, slovenian, somali, southerner, spaniard, sri lankan,
    sudanese, swede, swiss, syrian, taiwanese, tajik, tamil, tanzanian, texan, thai, tibetan,
    tigrayan, timorese, togolese, tongan, trinidadian, tunisian, turk, turkmen, ugandan, uighur,
    ukrainian, uruguayan, uyghur, uzbek, venezuelan, vietnamese, virginian, welsh, welshman,
    westerner, yazidi, yemeni, zambian, zimbabwean, zulu,
    """
)
"""Singular nouns of persons, and of their deaths, in lower case.

A phrase is here only where its last word alone is not.
"""


THINGS: frozenset[str] = _words(
    # Events, incidents and occasions
    """
    abduction, accident, accusation, achievement, act, action, activity, address, adventure, affair,
    aftershock, agreement, airstrike, alarm, alert, ambush, anniversary, announcement, appearance,
    appointment, argument, arrival, assault, atrocity, attack, attempt, audit, avalanche, award,
    ban, battle, beating, beginning, beheading, bid, birth, birthday, blackout, blast, blaze,
    blizzard, blunder, bombing, bounce, boycott, breach, break, break-in, breakdown, briefing,
    burglary, burst, bushfire, bust, call, cancellation, capsizing, capture, catastrophe, cave-in,
    celebration, censure, ceremony, chance, change, chase, clash, climb, closure, collapse,
    collision, comeback, comment, commitment, complaint, compromise, concession, conference,
    conflict, confrontation, conquest, conspiracy, contest, controversy, conversation, coup,
    crackdown, crash, crisis, crossfire, crossing, crusade, cyclone, dare, deadline, deal, debate,
    decision, declaration, decline, decrease, defeat, delay, demand, demonstration, departure,
    derailment, derby, detonation, dinner, disappearance, disaster, discovery, discussion, dispute,
    disruption, disturbance, divorce, downpour, drill, drop, drought, drowning, earthquake, eclipse,
    effort, election, emergency, encounter, ending, endorsement, engagement, entry, epidemic,
    episode, errand, error, eruption, escape, evacuation, evasion, event, eviction, exchange,
    execution, exercise, exhibition, exit, expedition, experience, explosion, fall, famine, fault,
    feast, feat, festival, fight, fire, firing, flare-up, flood, forecast, fracas, function,
    funeral, furlough, gaffe, gala, gale, gathering, gig, glory, goodbye, greeting, guess, gunfight,
    gunshot, hailstorm, handover, handshake, happening, hazing, heatwave, heist, hijacking, hoax,
    holiday, homicide, hug, hunt, hurricane, idea, improvement, incident, incursion, infringement,
    initiative, injury, inning, inspection, insult, interruption, intervention, interview,
    introduction, invasion, invitation, issue, jolt, journey, kidnapping, kill, killing, kiss,
    landing, landslide, laugh, launch, leak, leap, lesson, lockdown, looting, loss, lunch, march,
    massacre, massage, match, meeting, milestone, misfire, mishap, mishit, miss, mission, mistake,
    moment, monsoon, move, mudslide, mugging, murder, nap, near miss, near-miss, negotiation,
    nightmare, occasion, occurrence, offer, operation, opportunity, outage, outbreak, outburst,
    outing, overdose, pageant, pandemic, parade, party, pause, penalty, performance, picnic, pile,
    pile-up, pileup, pinch, plan, plea, poisoning, practice, prank, prayer, prediction, premiere,
    preparation, presentation, problem, procedure, proceeding, procession, project, promise,
    proposal, protest, quake, quarrel, question, raid, rally, rampage, rave, rebellion, reception,
    recession, recovery, reform, rehearsal, reminder, reply, request, rescue, resignation, response,
    reunion, revelation, revolt, revolution, rift, riot, rise, ritual, robbery, rumor, rumour,
    sacrifice, sandstorm, scandal, scare, scream, scuffle, search, service, session, setback,
    shake-up, shelling, shipwreck, shock, shooting, shout, show, sighting, sinkhole, sinking, siren,
    sit-in, skirmish, slap, slip, smile, snowstorm, speech, spill, spree, stabbing, stampede,
    standoff, standstill, start, stop, stoppage, storm, strike, struggle, stunt, success, suicide,
    summit, sunset, surge, surprise, surrender, survey, suspension, swap, talk, task, telethon,
    test, theft, threat, thunderstorm, tornado, tour, tragedy, tremor, trial, trip, triumph,
    tsunami, turn, turnout, twister, typhoon, upheaval, uprising, upset, vigil, violation, visit,
    vow, walkout, war, warning, wave, wedding, whiteout, wildfire, withdrawal, worry, wreck,
    """
    # Health and science
    """
    abortion, ache, acid, admission, airway, allergy, ambulance, amputation, ankle, antibiotic,
    antibody, antigen, appendix, arm, artefact, artery, artifact, aspirin, asteroid, asylum, atom,
    autopsy, bacterium, bandage, barometer, beard, bed, biopsy, bite, bladder, body, bone, booster,
    bottle, bout, brain, breast, breath, bruise, burn, caldera, cancer, cannula, capsule, case,
    cast, cavity, cell, check-up, checkup, chemical, chloride, chromosome, cigarette, clinic, clone,
    clot, cold, colony, coma, comet, compound, concussion, condition, contraceptive, corpse, cough,
    course, crater, crutch, crystal, cure, cyst, defect, defibrillator, deficiency, denture, device,
    diagnosis, diet, dinosaur, disability, discharge, disease, disorder, dose, dosimeter, drip,
    drug, ear, ecosystem, egg, elbow, electrode, electron, element, embryo, enzyme, epidural,
    equation, evaluation, examination, exoplanet, experiment, eye, eyeball, eyebrow, eyelid, face,
    facility, fetus, fever, filling, finding, finger, fingernail, fingerprint, fist, fluid, foetus,
    formula, fossil, fracture, galaxy, gallstone, gel, gene, genome, germ, gland, graft, gut, hair,
    hand, head, heart, heartbeat, hip, hologram, hormone, hospice, hospital, hospitalisation,
    hospitalization, hypothesis, illness, immunisation, immunization, implant, incubator, infection,
    infusion, ingredient, inhaler, injection, inoculation, insect, ion, isotope, itch, jab, jaw,
    joint, kidney, knee, knuckle, lab, laboratory, laser, launch pad, leg, lens, lesion, life, limb,
    lip, liquid, liver, lobe, lozenge, lump, lung, magnet, malady, manometer, mask, mastectomy,
    medicament, medication, medicine, membrane, metabolite, meteor, meteorite, microbe, microchip,
    microscope, migraine, miscarriage, mite, molecule, moon, mouth, muscle, mutation, nail, neck,
    needle, nerve, neuron, neutron, nose, nucleus, nutrient, ointment, opiate, opioid, orbit, organ,
    organism, pacemaker, pad, pain, painkiller, parasite, particle, pathogen, pathway, pellet,
    pharmaceutical, pharmacy, phenomenon, photon, pill, placebo, planet, plaster, plate, poison,
    pouch, powder, pregnancy, prescription, probe, prosthesis, protein, proton, pulse, quarantine,
    quark, rash, reaction, recall, receptor, referral, refill, reflex, relapse, remedy, replacement,
    respirator, rib, robot, rocket, room, rover, satellite, scalpel, scan, scanner, scar, sedative,
    seizure, sensor, sequence, shot, shoulder, sick day, skeleton, skin, skull, slide, sneeze,
    sonogram, spacecraft, spacewalk, specimen, sperm, spine, spleen, splinter, star, stay,
    stillbirth, stomach, strain, stretcher, stroke, study, supplement, surgery, suture, swab,
    symptom, syndrome, syringe, tablet, tattoo, teardrop, telescope, telomere, temperature, theory,
    therapy, thermometer, thigh, throat, thumb, thyroid, tissue, toe, tongue, tonsil, tooth,
    toxicant, toxin, transfusion, transplant, treatment, tube, tumor, tumour, ulcer, ultrasound,
    uterus, vaccination, vaccine, vein, ventilator, vial, virus, vitamin, ward, wart, wheelchair,
    womb, wound, wrist, x-ray,
    """
    # Police, courts and prisons
    """
    affidavit, alibi, allegation, appeal, arrest, assassination, baggie, bail, barrier, baton,
    battery, bounty, brawl, bribe, brick, bullet, by-law, bylaw, cache, cartel, caution, charge,
    citation, claim, clause, code, complication, confession, confiscation, conviction, count, court,
    courthouse, courtroom, crime, custody, dagger, decree, deduction, defence, defense, detention,
    detonator, directive, discrepancy, document, dungeon, encumbrance, enquiry, exemption,
    exoneration, exploit, extradition, fake, felony, fine, firearm, force, forgery, formality,
    fraud, gang, grenade, gun, handcuff, handgun, hearing, hideout, indictment, injunction, inquest,
    inquiry, investigation, jail, judgement, judgment, jurisdiction, jury, knife, lapse, law,
    lawsuit, lead, letter, lie, lineup, lock, lockup, loophole, machete, manslaughter, misdemeanor,
    misdemeanour, mob, morgue, motion, motive, mugshot, narcotic, oath, objection, offence, offense,
    order, ordinance, pardon, parole, perjury, petition, pistol, possession, precinct, pretext,
    prison, prosecution, provision, punishment, racket, ransom, rape, reprieve, restraint, retrial,
    revolver, rifle, right, rule, ruling, sanction, scam, sentence, settlement, shell casing,
    shotgun, stash, statement, statute, subpoena, suit, summons, sword, testimony, ticket, tip,
    tip-off, treaty, trigger, truncheon, tunnel, vape, verdict, warrant, weapon, wiretap, writ,
    """
    # War
    """
    airfield, army, arrow, arsenal, barracks, base, battalion, battlefield, battleship, bayonet,
    bomb, bombardment, bomber, brigade, bunker, camp, canister, cannon, cartridge, ceasefire,
    checkpoint, command, company, convoy, corps, cruiser, deployment, destroyer, dispatch, division,
    drawdown, drone, embassy, enclave, explosive, fleet, formation, fort, fortress, frigate, front,
    galleon, garrison, gunboat, helicopter, helmet, howitzer, jet, landmine, launcher, mine,
    minefield, minesweeper, missile, mortar, munition, navy, nuke, offensive, outpost, parachute,
    patrol, platoon, reactor, regiment, retreat, round, salvo, sanctuary, shell, shelter, shield,
    siege, sortie, squad, squadron, sub, submarine, tank, torpedo, trench, truce, uniform, unit,
    vest, volley, warhead, warplane, warship, warzone, watchtower,
    """
    # Transport
    """
    aeroplane, air mile, airbag, airbus, aircraft, airline, airliner, airplane, airport, aisle,
    automobile, axle, barge, berth, bicycle, bike, boat, boatload, bollard, boxcar, brake, bridge,
    bus, busload, cab, canal, canoe, car, caravan, carload, carriage, carriageway, carrier, charger,
    chopper, chute, commute, cone, connection, container, crossroads, cruise, cycle, deck, detour,
    dinghy, dock, driveway, elevator, engine, escalator, excursion, fare, ferry, flight, flight
    hour, flyover, freeway, freighter, garage, gasometer, gate, gondola, handlebar, hangar, harbor,
    harbour, hatchback, headlight, highway, hovercraft, hybrid, interchange, intersection, jalopy,
    jeep, jetty, junction, kayak, kerb, lane, lap, layover, licence, license, lift, limo, limousine,
    liner, locomotive, lorry, marina, metro, mileometer, minibus, minivan, moped, motorbike,
    motorcycle, motorway, oar, odometer, paddle, parking meter, passage, path, pavement, pedal,
    pickup, pier, plane, planeload, platform, port, pothole, propeller, raft, railcar, railroad,
    railway, ramp, red light, rental, restroom, rickshaw, ride, road, roadblock, roundabout, route,
    rowboat, runway, sail, sailboat, saloon, scooter, seat, seatbelt, sedan, semi, ship, shipload,
    shipment, shuttle, sidewalk, sleeper, sleigh, snowmobile, snowplow, speed bump, speedometer,
    station, stopover, street, streetcar, suburb, subway, suitcase, suv, tailgate, takeoff, tanker,
    tarmac, taxi, terminal, thoroughfare, tire, toll, tollbooth, track, tractor, traffic jam,
    traffic light, trail, trailer, train, trainload, tram, transport, trawler, tricycle, truck,
    truckload, trunk, tugboat, turbine, turnpike, tyre, ute, van, vehicle, vehicle mile, vessel,
    viaduct, voyage, wagon, wheel, windscreen, windshield, wing, yacht,
    """
    # Housing, buildings and cities
    """
    abode, adobe, alley, apartment, arch, archipelago, attic, avenue, balcony, barn, basement,
    basin, bath, bathroom, bathtub, bay, beam, bedroom, bench, bin, block, blueprint, boiler, booth,
    borough, boulevard, brickwork, building, bungalow, bunk, burrow, bypass, cabin, cabinet, cable,
    capital, carpet, casement, castle, cathedral, ceiling, cellar, cemetery, chair, chapel, chest,
    chimney, church, city, closet, cluster, column, compartment, complex, condo, condominium,
    constituency, continent, convent, corner, corridor, cottage, council, counter, country, county,
    courtyard, crane, crib, crossbeam, cul-de-sac, curtain, dam, desk, district, ditch, door,
    doorway, dorm, dormitory, downtown, drain, drawer, duct, dump, dwelling, electricity meter,
    empire, entrance, estate, factory, farmhouse, faucet, fence, fire hydrant, fireplace, flat,
    floor, foreclosure, foundation, fountain, freehold, furnace, garden, gazebo, ghetto, greenhouse,
    grid, guesthouse, gutter, hall, hallway, hamlet, headquarters, heater, hedge, high-rise, home,
    homestead, hostel, hotel, house, household, hut, igloo, island, key, kiln, kingdom, kiosk,
    kitchen, knob, ladder, lamp, lamppost, landfill, landmark, landscape, lawn, lease, leasehold,
    legation, letterbox, library, lighthouse, listing, lobby, location, locker, lodge, lodging,
    loft, lot, mall, manhole, manor, mansion, mattress, memorial, mezzanine, minibar, monastery,
    monument, mortgage, mosque, motel, mound, municipality, museum, nation, neighborhood,
    neighbourhood, nightclub, office, outbuilding, outhouse, oven, palace, panel, parish, park,
    parlor, parlour, patio, penthouse, pillar, pillow, pipe, pipeline, pit, place, playground,
    plaza, plot, pool, porch, post, prefecture, premise, property, province, pub, pump, pylon,
    pyramid, quarter-mile, rafter, railing, ranch, region, republic, reservoir, residence,
    residency, resort, roof, ruin, sauna, scaffold, schoolhouse, sewer, shack, shaft, shed, shelf,
    shop, shore, shower, shutter, sink, site, skylight, skyscraper, slope, slum, socket, sofa, spot,
    square, stable, stair, staircase, state, statue, step, stool, storey, story, stove, street
    light, streetlight, structure, studio, suite, synagogue, table, tap, temple, tenancy, tenement,
    tent, terrace, territory, throne, tile, toilet, tomb, tower, town, townhouse, vacancy, valve,
    vault, vent, veranda, vicinity, villa, village, wall, wardrobe, warehouse, water main, water
    meter, well, windmill, window, workshop, zone,
    """
    # Politics and government
    """
    abstention, accord, agency, alliance, ally, amendment, apology, application, apprehension,
    approval, archive, ballot, benefit, bill, bloc, border, boundary, branch, budget, bulletin,
    bureau, by-election, campaign, caucus, census, chamber, charter, coalition, commandment,
    commission, committee, community, compact, congress, constitution, consulate, convention,
    covenant, database, delegation, democracy, department, deportation, dictatorship, donation,
    dossier, draft, entitlement, faction, federation, file, filibuster, flag, folder, form,
    framework, gotaway, government, grant, guideline, handout, impeachment, inauguration,
    institution, invoice, leaflet, legality, legislature, lottery, majority, mandate, manifesto,
    measure, memo, memorandum, microgrid, ministry, minority, movement, nomination, organisation,
    organization, pact, parliament, passport, pension, permit, plebiscite, pledge, policy, poll,
    portfolio, position, poster, primary, principle, priority, program, programme, proposition,
    protocol, quango, quota, recommendation, record, recount, referendum, refusal, regime, register,
    registry, regulation, rejection, remittance, removal, repatriation, report, resolution, return,
    review, run-off, runoff, scheme, secret, section, shutdown, signature, slogan, society, stance,
    standard, subsidy, task force, tax, term, union, veto, victory, visa, vote, voting booth,
    voucher, watchdog,
    """
    # Business and money
    """
    accessory, account, acquisition, ad, advance, advert, advertisement, allowance, asset, auction,
    bag, bailout, balance, bale, bank, banknote, bankruptcy, bargain, basket, batch, bitcoin,
    boardroom, bond, bonus, boom, box, brand, bucket, bunch, bundle, business, buyback, buyout, can,
    carton, cashpoint, casing, category, cent, chain, check, cheque, coin, collateral, commodity,
    competition, component, concern, conglomerate, consignment, contract, cooperative, copy,
    corporation, cosmetic, cost, coupon, crate, credit, cryptocurrency, cubicle, currency, cut,
    debt, default, deficit, delivery, deposit, derivative, dime, dinar, discount, distributor,
    dividend, dollar, downgrade, downturn, drum, duplicate, enterprise, equity, essential, euro,
    excess, expansion, expense, export, fee, figure, firm, flask, forint, franc, franchise, fund,
    future, gadget, gain, garment, gift, giveaway, good, guilder, holding, import, incentive,
    income, increase, index, industry, inefficiency, installment, instalment, insurer, investment,
    ipo, item, jar, job, jug, keg, krona, label, lay-off, layoff, ledger, levy, liability, line,
    liquidation, lira, loan, logo, machine, manufacturer, margin, market, marketplace, merger,
    microloan, mill, mold, monopoly, mould, multinational, nickel, note, opening, option, original,
    outlet, output, overdraft, overhead, pack, package, packet, pallet, parcel, patent, paycheck,
    payday, payment, payoff, payout, payroll, penny, perk, peso, plant, plc, prize, product, profit,
    promotion, purchase, raise, rand, rate hike, real, ream, rebate, receipt, redundancy, refinery,
    refund, release, rent, restructuring, revenue, reward, roll, rouble, ruble, rupee, sack, salary,
    sale, saving, sector, security, share, sheet, shift, shilling, showroom, skill, speculation,
    spool, stack, stake, stall, start-up, starter, startup, stock, store, storefront, strip,
    subscription, subsidiary, supermarket, superstore, supplier, supply, surplus, takeover, tariff,
    tender, till, tin, trade, trademark, transaction, transfer, tray, trust, tub, turnaround,
    upgrade, utility, valuable, vat, venture, wage, wallet, warranty, windfall, won, workday,
    workforce, working day, workplace, workstation, wrapper, write-off, yen, yuan, zloty,
    """
    # Work and school
    """
    ability, absence, academy, afternoon, alma mater, anagram, apprenticeship, assembly, assignment,
    bachelor's degree, bedtime, blackboard, brief, career, certificate, class, classroom, college,
    credential, credit hour, crossword, curriculum, definition, dictionary, diploma, discipline,
    dissertation, doctorate, education, elective, encyclopedia, enrollment, enrolment, epoch, era,
    essay, evening, exam, exclusion, expulsion, faculty, fraternity, generation, grade, graduation,
    gymnasium, internship, kindergarten, laptop, lecture, lifetime, lunchtime, major, mark, master's
    degree, midterm, module, monogram, morning, night, notebook, nursery, paper, pen, pencil,
    pentameter, period, phd, placement, playgroup, posting, preschool, profession, qualification,
    quarto, quiz, reading, resume, rhyme, role, routine, scholarship, school, school day, school
    year, season, semester, seminar, sketch, sorority, spelling, subject, suspension day, syllabus,
    tangram, teaching, team, textbook, thesis, timetable, topic, trimester, trophy, truancy,
    university, vacation, vocabulary, weekday, weekend, weeknight, work week, workout, workweek,
    writing,
    """
    # Technology and media
    """
    algorithm, alias, android, antenna, app, appliance, article, attachment, avatar, barcode, beep,
    billboard, biography, blog, bot, broadcast, brochure, browser, bug, bulb, button, byline,
    calculator, cam, camcorder, camera, caption, cartoon, cassette, catalog, catalogue, cd, channel,
    chapter, character, chart, chatbot, chatroom, chip, circuit, circulation, click, clip, comic,
    computer, console, cookie, core, cpu, crossover, cue, cursor, cyberattack, dashboard, dashcam,
    dataset, deepfake, design, desktop, diagram, dial, disc, disk, display, domain, download, dvd,
    e-book, e-mail, ebook, edition, editorial, email, emoji, emoticon, extension, feature, feed,
    film, filter, firewall, flyer, font, footnote, frame, game, gigafactory, gpu, gramophone, graph,
    graphic, handset, hard drive, hashtag, headline, headphone, headset, hit, homepage, hotline,
    icon, image, impression, inbox, input, installation, interface, journal, jukebox, keyboard,
    keyword, landline, like, link, login, magazine, mailing, manual, manuscript, map, marker, meme,
    message, microdot, microphone, microwave, mobile, modem, monitor, mouse, movie, network,
    newscast, newsletter, newspaper, node, notification, novel, obituary, op-ed, outtake, page,
    pageview, pamphlet, paragraph, password, patch, phone, phone mast, photo, photograph, picture,
    pixel, playlist, plug, plug-in, podcast, portal, portrait, postcard, postcode, preview, print,
    printer, processor, production, profile, prompt, prototype, publication, query, quotation,
    quote, radio, receiver, recorder, relay, remark, remote, repair, replica, repository, router,
    screen, screenplay, screenshot, script, selfie, semiconductor, server, signal, smart meter,
    smartphone, smartwatch, snapshot, spreadsheet, stamp, stereo, stream, suggestion, switch,
    syllable, symbol, system, tab, tabloid, tag, tape, technology, telegram, telephone, television,
    text, theme, thread, timer, title, token, tool, touchscreen, tracker, transcript, transistor,
    translation, transmission, transmitter, tv, tweet, typewriter, typo, update, upload, url,
    username, version, video, videotape, view, viewing, visual, voicemail, vowel, web, webcam,
    webinar, webpage, website, widget, wire, word, work, workbook,
    """
    # Sport and games
    """
    ace, assist, at-bat, ball, balloon, baseball, basketball, bat, bet, birdie, bogey, bowl, bronze,
    bullseye, cap, card, carry, casino, catch, championship, clearance, club, concert, cross,
    crossbar, dart, die, dive, doll, double, draft pick, draw, dribble, dugout, dunk, eagle,
    equaliser, equalizer, final, finish, first down, fixture, flip, football, foul, fumble, goal,
    gold, grand slam, gym, half-century, handball, handicap, hat-trick, header, heat, hurdle,
    interception, jackpot, jersey, jump, kick, kite, knockout, league, lineout, marathon, marble,
    medal, minnow, no-hitter, over, pass, personal best, pitch, play-off, playoff, podium, point,
    puck, punch, putt, puzzle, qualifier, race, racehorse, racetrack, rebound, regatta, rematch,
    replay, result, ring, rink, run, save, score, scoreline, scrum, semi-final, semifinal, set,
    shootout, shutout, silver, ski, sled, spin, sport, sprint, stadium, steal, streak, strikeout,
    stumping, swim, tackle, throw, throw-in, tie, tie-break, touchdown, tournament, toy, training
    ground, triathlon, triple, try, tumble, turnover, wager, wicket, win, world cup,
    """
    # Culture, faith and daily life
    """
    accent, album, altar, amphitheatre, anthem, antique, art, artwork, audience, autograph, band,
    bell, belt, bible, bikini, blanket, blazer, blessing, blouse, book, bookcase, bookshop,
    bookstore, boot, bouquet, bow, bra, bracelet, brooch, brush, burial, calendar, candle,
    candlestick, canvas, carol, carving, chandelier, charity, choir, cigar, cinema, circus,
    civilisation, civilization, clan, clock, cloth, coat, coffin, collar, collection, comb, comedy,
    compliment, composition, congregation, costume, couple, crew, crowd, crown, cuff, cult, culture,
    cushion, custom, dance, dancehall, decoration, denomination, diamond, diary, diocese, dish,
    documentary, drama, drawing, dream, dress, drumstick, duo, earring, emerald, ensemble, envelope,
    exhibit, fabric, fair, faith, family, figurine, flute, fork, fresco, gallery, garter, gem,
    gemstone, genre, gesture, glass, glove, gown, grave, gravestone, group, guitar, handbag,
    handkerchief, harp, hat, headstone, hobby, honor, honour, hymn, initial, instrument, jacket,
    jewel, joke, kettle, kimono, language, legend, lifestyle, lipstick, lyric, mandala, masterpiece,
    melody, metaphor, miracle, mirror, mitt, mitten, mug, mural, musical, myth, napkin, necklace,
    necktie, nickname, opera, orchestra, ornament, oscar, outfit, painting, pair, pajama, pan,
    parade float, pearl, perfume, piano, pilgrimage, plait, play, pocket, poem, pot, present, psalm,
    puppet, purse, quartet, quilt, quintet, razor, recipe, recital, recording, relic, religion,
    ribbon, riddle, rite, robe, rosary, ruby, rug, sandal, sari, saucepan, scarf, scene, scent,
    scissor, screening, scripture, scroll, sculpture, sect, sequel, serenade, sermon, shirt, shoe,
    shrine, single, skirt, slipper, soap, sock, solo, sonata, song, souvenir, spectacle, spoon,
    stage, stanza, statuette, stocking, sweater, symphony, tale, tapestry, theater, theatre, thing,
    toothbrush, towel, tradition, treasure, treasure chest, tribe, trio, trouser, trumpet, tune,
    tuxedo, umbrella, underpant, utensil, vase, veil, verse, vinyl, violin, watch, wig, wish,
    wreath, zipper, zoo,
    """
    # Food and drink
    """
    almond, appetiser, appetizer, apple, apricot, avocado, bagel, baguette, bakery, banana,
    barbecue, bean, beer, beet, berry, beverage, biscuit, bistro, blueberry, breakfast, brewery,
    brownie, buffet, bun, burger, burrito, cabbage, cafe, café, cake, candy, candy bar, canteen,
    carrot, cauliflower, cereal, cheese, cheeseburger, cherry, chestnut, chicken, chilli, chocolate,
    chocolate bar, clove, cocktail, coconut, coffee, condiment, cookbook, cracker, cranberry,
    croissant, crop, cucumber, cuisine, cupcake, curry, custard, dairy, date, delicacy, dessert,
    distillery, donut, doughnut, drink, dumpling, eatery, espresso, fig, fillet, flavor, flavour,
    food, fruit, fry, grape, grapefruit, grocery, gum, ham, hamburger, helping, herb, hop, ice
    cream, juice, kebab, kiwi, lamb chop, latte, leek, lemon, lettuce, lime, loaf, lobster,
    lollipop, mango, margarita, marshmallow, martini, meal, meat, meatball, melon, menu, milk, mint,
    mix, mouthful, muffin, mushroom, mussel, nacho, nectar, noodle, nugget, nut, oat, olive,
    omelette, onion, orange, oyster, pancake, papaya, pastry, pasty, patty, pea, peach, peanut,
    pear, pepper, pickle, pie, pineapple, pizza, plum, popsicle, pork chop, portion, potato,
    pretzel, prune, pumpkin, raisin, ration, restaurant, salad, sandwich, sauce, sausage, savory,
    savoury, scallop, scone, seed, serving, sip, slice, smoothie, snack, soda, soup, spice, spirit,
    spoonful, spud, steak, stew, strawberry, sundae, supper, sweet, taco, takeaway, tart, tea,
    toast, tomato, topping, tortilla, treat, truffle, turkey, turnip, vegetable, vineyard, waffle,
    walnut, watermelon, wine, winery, yam, yoghurt, yogurt,
    """
    # Farming, animals and nature
    """
    abattoir, acorn, alligator, animal, ant, antelope, ape, apiary, baboon, badger, beach, bear,
    beaver, bee, beehive, beetle, bird, bison, bloom, blossom, boar, bough, boulder, breed, bud,
    buffalo, bull, bullock, bumblebee, bush, butterfly, buzzard, cactus, calf, camel, canary,
    canopy, canyon, carcass, cat, caterpillar, catfish, cattle, cave, cedar, chick, chimp,
    chimpanzee, clam, claw, cliff, cloud, coast, cobra, cockroach, cod, colt, combine, coral,
    cougar, cow, coyote, crab, creature, creek, cricket, critter, crocodile, crow, cub, cygnet,
    daisy, darter, deer, delta, desert, dog, dolphin, donkey, dove, duck, duckling, dune, eel,
    elephant, elk, ewe, falcon, fang, farm, fawn, feather, ferret, field, fin, finch, fish,
    flamingo, flea, flock, flower, fly, foal, forest, fox, frog, fur, gander, gazelle, geyser,
    giraffe, glacier, goat, goose, gorilla, grass, grasshopper, grove, gull, habitat, hamster, hare,
    harvest, harvester, hawk, hedgehog, heifer, hen, herd, heron, herring, hill, hippo, hive, hog,
    hoof, horn, hornet, horse, hound, hyena, iceberg, icicle, invertebrate, jaguar, jellyfish,
    jungle, kangaroo, kennel, kitten, koala, lake, lamb, lark, leaf, leech, leopard, lily, lion,
    litter, livestock, lizard, log, lynx, mackerel, maggot, mammal, mammoth, manatee, mare, marsh,
    meadow, monkey, moose, mosquito, moth, mountain, mule, nest, newt, oak, oasis, ocean, octopus,
    orangutan, orca, orchard, orchid, ostrich, otter, owl, ox, paddock, panda, panther, parrot,
    partridge, pasture, paw, peacock, peak, pebble, pelican, penguin, pesticide, pet, petal,
    pheasant, pig, pigeon, piglet, pigsty, pine, plantation, plough, plow, pond, pony, poodle,
    poppy, porpoise, possum, poultry, prawn, predator, puffin, puma, pup, puppy, python, rabbit,
    raccoon, rainbow, raindrop, rainforest, ram, rat, rattlesnake, raven, reef, reindeer, reptile,
    rhino, rhinoceros, ridge, river, roach, roadrunner, robin, rock, rodent, rooster, root, rose,
    salmon, sapling, sardine, sea, seabird, seagull, seahorse, seal, seedling, serpent, shark,
    sheep, sheepdog, shellfish, shoot, shrimp, shrub, silo, slaughterhouse, slug, smallholding,
    snail, snake, snowflake, sow, sparrow, species, spider, squid, squirrel, stag, stallion,
    starfish, starling, steer, stem, stick, stork, stump, sunflower, swallow, swamp, swan, swarm,
    tail, tarantula, tern, thorn, tiger, timber, toad, tortoise, tree, trout, tulip, tuna, turtle,
    tusk, twig, valley, vine, viper, volcano, vulture, wallaby, walrus, wasp, waterfall, weasel,
    weed, wetland, whale, wildebeest, wildflower, willow, wolf, wombat, wood, woodland, woodpecker,
    worm, yak, zebra,
    """
    # Energy, climate and resources
    """
    air conditioner, aquifer, blade, borehole, breaker, buoy, burner, candlelight, coal, coalfield,
    cold snap, cooler, cut-off, derrick, dry spell, emission, flow, fuel, fuse, gauge, generator,
    gold bar, gust, hotspot, incinerator, ingot, inlet, levee, metal, mineral, oil, oilfield,
    outflow, pollutant, puddle, quarry, radiator, rainstorm, rig, rooftop, sand, sandbag, seam,
    sluice, smelter, smokestack, spillway, steelworks, substation, sunspot, tide, transformer,
    tributary, trickle, vibration, waste, watershed, weir, wellhead, windfarm, windstorm,
    """
    # Parts, properties and abstractions that are counted
    """
    abbreviation, accomplishment, adjustment, aggregate, aim, alternative, ambition, amount, angle,
    answer, approach, area, aspect, assertion, assessment, assumption, attribute, average, axis,
    blank, blow, bottom, breakthrough, cause, center, centre, challenge, choice, chunk, circle,
    circumstance, clue, coincidence, color, colour, combination, comparison, conclusion,
    consequence, consideration, constraint, contact, contrast, contribution, correction,
    correlation, creation, criterion, curve, deed, dent, depth, description, destination, destiny,
    detail, development, diameter, difference, difficulty, digit, dilemma, dimension, direction,
    distortion, diversion, dot, duty, edge, effect, emotion, end, endeavor, endeavour, estimate,
    example, exception, excuse, explanation, expression, extreme, fact, factor, failing, failure,
    favor, favour, fear, feeling, flaw, follow-up, foothold, format, fraction, fragment, frequency,
    gap, glimpse, groove, guarantee, habit, half, heap, height, hint, hole, hope, horizon, identity,
    impact, imperfection, implication, indication, influence, inhibition, insight, instance,
    instruction, interaction, interest, interval, invention, iteration, kind, layer, level, limit,
    limitation, list, load, loop, lower bound, manner, material, meaning, means, median, memory,
    mention, merit, method, metric, mind, misunderstanding, mode, model, mood, mystery, name, need,
    niche, notion, number, object, objective, obligation, observation, obstacle, occupation, omen,
    omission, opinion, opposite, origin, outcome, parallel, parameter, part, passing, pattern,
    perimeter, permutation, personality, perspective, phase, phrase, piece, precaution, precedent,
    preference, pressure, privilege, process, pronouncement, proof, purpose, quality, quantity,
    radius, range, rank, ranking, rating, ratio, reach, reason, recollection, reference, refinement,
    relationship, requirement, reservation, resource, responsibility, restriction, risk, row, rung,
    sample, scenario, segment, sense, series, setting, shade, shape, side, sign, similarity,
    situation, size, sky, slot, solution, sound, source, space, spark, specification, speed, spike,
    split, statistic, stitch, strand, strategy, strength, stretch, stripe, style, subset, substance,
    sum, suspicion, target, tear, technique, tendency, tenet, tension, thought, time, tint, tone,
    total, touch, trace, trait, transition, trend, triangle, trick, trouble, twist, type,
    uncertainty, use, value, variable, variant, variation, variety, viewpoint, virtue, vision,
    wavelength, way, waypoint, weakness, weight, width, world, wrinkle, yardstick, yield, zero,
    """
    # Wares and materials
    """
    anchor, apron, axe, backpack, badge, banner, barricade, bathrobe, bearing, bib, binder, blind,
    board, bolt, boundary marker, brace, bracket, buckle, bulldozer, cage, cape, cart, cartload,
    chainsaw, clamp, clipboard, coil, condom, cord, cot, crayon, crossbow, cylinder, detector,
    diaper, dishwasher, dispenser, drill bit, dryer, dustbin, eraser, extinguisher, flagpole, flare,
    flashlight, forklift, freezer, fridge, gear, girder, gummy, hacksaw, hammer, hammock, handle,
    hanger, hatch, headboard, heirloom, hinge, hook, hose, iron, kit, lantern, latch, lawnmower,
    leash, lever, lid, lifeboat, lighter, magnifier, mailbox, mat, megalith, mop, mote, mount,
    mower, multipack, nappy, net, nozzle, nylon, opener, overdose reversal, padlock, pail, paint,
    paperclip, peg, pill press, pin, plank, pod, postbox, pram, prop, pulley, pushchair, rack, rag,
    rail, rake, reel, refrigerator, rivet, rod, roller, rope, rubber band, ruler, saddle, sanitary
    pad, saw, scale, scrap, screw, screwdriver, shackle, shovel, sieve, skateboard, slab, sledge,
    sleeve, spade, spanner, spear, sponge, spring, squeegee, staple, sticker, strap, straw, string,
    stroller, stub, surfboard, tampon, tarpaulin, tee, thermostat, thimble, torch, traffic cone,
    trap, trolley, tumbler, vaporizer, wedge, wheelbarrow, whistle, wick, winch, wipe, wrench,
    """
)
"""Singular nouns of counted things other than persons, in lower case.

A phrase is here only where its last word alone is not, or is the name of a unit: a gold bar.
"""

_UNCHANGED = _words(
    # Alike in the plural
    """
    aircraft, bison, cattle, cod, deer, elk, fish, graffiti, hovercraft, moose, mujahideen,
    offspring, police, salmon, sheep, shrimp, spacecraft, squid, swine, taliban, trout, watercraft,
    """
    # Ending in s
    """
    alias, alms, always, amends, asbestos, athletics, atlas, barracks, bias, biceps, biogas, canvas,
    chaos, christmas, clothes, corps, cosmos, crossroads, diabetes, economics, ethos, faeces, feces,
    forceps, fracas, gallows, gas, gasworks, gymnastics, has, headquarters, herpes, ironworks, its,
    kudos, lens, mathematics, means, measles, molasses, mumps, news, olympics, overseas, pancreas,
    paralympics, pathos, perhaps, physics, politics, pyjamas, rabies, rhinoceros, rickets,
    roadworks, sassafras, scabies, schnapps, series, shingles, sms, species, steelworks, subspecies,
    summons, thanks, thermos, triceps, was, waterworks, xmas, yes,
    """
    # Ending in men or people, and no plurals of man or person
    """
    abdomen, acumen, albumen, amen, bitumen, cyclamen, dolmen, foramen, hymen, lumen, ramen,
    regimen, semen, specimen, stamen, turkmen, yemen,
    """
)
_LESS_S = _words(
    # For -us and -is, which end a singular too
    """
    adieus, afghanis, alibis, alkalis, apis, audis, azerbaijanis, bahrainis, bangladeshis, bayous,
    beaus, bengalis, bikinis, bonsais, broccolis, bureaus, caribous, chapatis, chateaus, chilis,
    chillis, corgis, cpus, daiquiris, delis, emiratis, emojis, emus, ferraris, flus, gnus, gpus,
    gurus, haikus, hi-fis, hindus, houthis, ious, iraqis, israelis, jacuzzis, jihadis, kashmiris,
    khakis, kiwis, kudus, kuwaitis, lamborghinis, leis, luaus, maharishis, maoris, mariachis,
    martinis, maxis, menus, minis, nazis, nepalis, okapis, omanis, origamis, pakistanis, paninis,
    pis, plateaus, potpourris, punjabis, qataris, rabbis, rotis, safaris, salamis, samurais, saris,
    saudis, semis, skis, snafus, somalis, sunnis, swamis, tableaus, taxis, thais, trousseaus,
    tsunamis, tutus, wapitis, yazidis, yemenis, yetis, yogis, zebus, zucchinis, zulus,
    """
    # For -ies of a singular in -ie
    """
    aunties, aussies, baddies, baggies, beanies, besties, bikies, birdies, boogies, bookies,
    brownies, budgies, cabbies, caddies, calories, collies, commies, cookies, cuties, dearies,
    doggies, faeries, foodies, freebies, genies, goalies, groupies, hippies, hoagies, hoodies,
    indies, junkies, kiddies, kilocalories, laddies, lassies, magpies, meanies, menageries,
    mounties, movies, neckties, newbies, nighties, oldies, patisseries, pinkies, pixies, pokies,
    prairies, quickies, reveries, roadies, rookies, roomies, rotisseries, selfies, smoothies,
    sorties, stogies, sweeties, talkies, techies, townies, tradies, veggies, wedgies, weenies,
    yuppies, zombies,
    """
    # For -es of a singular in e, where the rule would take both letters
    """
    abuses, accuses, aches, aloes, amuses, apaches, avalanches, axes, backaches, bellyaches,
    brioches, caches, canoes, cartouches, chartreuses, cliches, creches, crevasses, crèches,
    deluxes, disuses, does, douches, earaches, excuses, finesses, floes, foes, fuses, gumshoes,
    headaches, heartaches, hoes, horseshoes, hypotenuses, impasses, masseuses, microfiches,
    mistletoes, misuses, mousses, moustaches, muses, mustaches, niches, oboes, pastiches, pickaxes,
    porsches, posses, psyches, quiches, recluses, refuses, reuses, roes, ruses, shoes, snowshoes,
    stomachaches, throes, tiptoes, toes, toothaches, tranches, uses, woes,
    """
)
_LESS_ES = _words(
    """
    aliases, atlases, biases, biogases, canvases, christmases, fracases, gases, haggises, irises,
    lenses, mantises, metropolises, necropolises, pancreases, pelvises, penises, portcullises,
    rhinoceroses, summonses, thermoses, topazes, trellises,
    """
)
_LESS_ES_MORE_IS = _words(
    """
    analyses, antitheses, apotheoses, catharses, cirrhoses, crises, diagnoses, dialyses, emphases,
    fibroses, hypnoses, hypotheses, metamorphoses, metastases, misdiagnoses, necroses, nemeses,
    neuroses, oases, osmoses, paralyses, parentheses, prognoses, prostheses, psychoanalyses,
    psychoses, symbioses, synopses, syntheses, testes, theses, thromboses, urinalyses,
    """
)

IRREGULAR: dict[str, str] = {
    **{word: word for word in _UNCHANGED},
    **{word: word.removesuffix("s") for word in _LESS_S},
    **{word: word.removesuffix("es") for word in _LESS_ES},
    **{word: word.removesuffix("es") + "is" for word in _LESS_ES_MORE_IS},
    # English
    "brethren": "brother",
    "children": "child",
    "calves": "calf",
    "dice": "die",
    "dormice": "dormouse",
    "dwarves": "dwarf",
    "elves": "elf",
    "feet": "foot",
    "geese": "goose",
    "halves": "half",
    "hooves": "hoof",
    "knives": "knife",
    "kroner": "krone",
    "cedis": "cedi",
    "kronor": "krona",
    "leaves": "leaf",
    "lice": "louse",
    "lives": "life",
    "afterlives": "afterlife",
    "loaves": "loaf",
    "men": "man",
    "mice": "mouse",
    "oxen": "ox",
    "pence": "penny",
    "penknives": "penknife",
    "people": "person",
    "quizzes": "quiz",
    "scarves": "scarf",
    "selves": "self",
    "sheaves": "sheaf",
    "shelves": "shelf",
    "bookshelves": "bookshelf",
    "teeth": "tooth",
    "thieves": "thief",
    "wharves": "wharf",
    "wives": "wife",
    "housewives": "housewife",
    "midwives": "midwife",
    "wolves": "wolf",
    "werewolves": "werewolf",
    # Where the first word is the noun
    "attorneys general": "attorney general",
    "attorneys-general": "attorney-general",
    "brothers-in-law": "brother-in-law",
    "courts martial": "court martial",
    "courts-martial": "court-martial",
    "daughters-in-law": "daughter-in-law",
    "fathers-in-law": "father-in-law",
    "governors general": "governor general",
    "hangers-on": "hanger-on",
    "lookers-on": "looker-on",
    "mothers-in-law": "mother-in-law",
    "passers-by": "passer-by",
    "passersby": "passerby",
    "runners-up": "runner-up",
    "secretaries general": "secretary general",
    "secretaries-general": "secretary-general",
    "sisters-in-law": "sister-in-law",
    "sons-in-law": "son-in-law",
    # Latin and Greek
    "addenda": "addendum",
    "algae": "alga",
    "alumnae": "alumna",
    "alumni": "alumnus",
    "antennae": "antenna",
    "appendices": "appendix",
    "aquaria": "aquarium",
    "auditoria": "auditorium",
    "automata": "automaton",
    "bacilli": "bacillus",
    "bacteria": "bacterium",
    "cacti": "cactus",
    "codices": "codex",
    "consortia": "consortium",
    "cortices": "cortex",
    "crematoria": "crematorium",
    "criteria": "criterion",
    "curricula": "curriculum",
    "data": "data",
    "emporia": "emporium",
    "errata": "erratum",
    "foci": "focus",
    "formulae": "formula",
    "fungi": "fungus",
    "ganglia": "ganglion",
    "gymnasia": "gymnasium",
    "helices": "helix",
    "hippopotami": "hippopotamus",
    "honoraria": "honorarium",
    "indices": "index",
    "larvae": "larva",
    "loci": "locus",
    "matrices": "matrix",
    "media": "media",
    "memoranda": "memorandum",
    "millennia": "millennium",
    "mitochondria": "mitochondrion",
    "moratoria": "moratorium",
    "nebulae": "nebula",
    "nuclei": "nucleus",
    "octopi": "octopus",
    "ova": "ovum",
    "phenomena": "phenomenon",
    "podia": "podium",
    "pupae": "pupa",
    "radii": "radius",
    "referenda": "referendum",
    "sanatoria": "sanatorium",
    "spectra": "spectrum",
    "stadia": "stadium",
    "stimuli": "stimulus",
    "strata": "stratum",
    "supernovae": "supernova",
    "syllabi": "syllabus",
    "symposia": "symposium",
    "termini": "terminus",
    "vertebrae": "vertebra",
    "vertices": "vertex",
    "vortices": "vortex",
    # French and Italian
    "bureaux": "bureau",
    "chateaux": "chateau",
    "châteaux": "château",
    "gateaux": "gateau",
    "gâteaux": "gâteau",
    "lire": "lira",
    "paparazzi": "paparazzo",
    "plateaux": "plateau",
    "tableaux": "tableau",
}
"""Plurals that no rule forms, and singulars that a rule would shorten, each to its singular."""
